/**
 * Between the worker, which knows what to print, and its page, which alone may touch a printer on USB, a serial port or
 * Bluetooth. Each line has a number; several may be under way one after the other.
 */

/** What the worker has the page do. */
export type LineOrder =
  | { readonly what: 'open' }
  | { readonly what: 'write'; readonly bytes: Uint8Array }
  /** Nothing more comes; what was written still goes out. */
  | { readonly what: 'end' }
  /** Nothing more goes out. */
  | { readonly what: 'break' }

/** What the page says of it. */
export type LineNews =
  | { readonly what: 'open' }
  /** So many bytes have gone to the printer. */
  | { readonly what: 'took'; readonly bytes: number }
  | { readonly what: 'heard'; readonly bytes: Uint8Array }
  | { readonly what: 'lost'; readonly why: string }
  | { readonly what: 'closed' }
