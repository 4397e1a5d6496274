/** What screens are told of the print queues: the server's, and that of this device's own printer. */

/**
 * Waiting for its printer; on its way; in a printer that stands still; held back, because it is old or cannot be made;
 * and sent, but nobody knows whether it was printed.
 */
export const PRINT_STATES = ['queued', 'sending', 'holding', 'held', 'unknown'] as const
export type PrintState = (typeof PRINT_STATES)[number]

export interface PrintJobView {
  readonly id: string
  /** It is for the printer that hangs on this device. */
  readonly here: boolean
  readonly kind: string
  readonly orderId: string
  /** What people call it: order, table, station. */
  readonly title: string
  readonly printerId: string
  readonly printer: string
  readonly state: PrintState
  /** A code of `src/i18n/en/printing.ts`; null: nothing went wrong. */
  readonly reason: string | null
  /** 0 = the original. */
  readonly copy: number
  readonly attempts: number
  readonly askedAt: number
  /** The user who sent it. */
  readonly askedBy: string
}

/** What is not on paper, or may not be. `isKnown` false: the server did not answer; what was known last stays. */
export interface PrintQueueView {
  readonly isKnown: boolean
  readonly jobs: readonly PrintJobView[]
  /** The printers in use; a job moves between those of one place only. */
  readonly printers: readonly { readonly id: string; readonly name: string; readonly here: boolean }[]
}

/** A slip to see whether a printer prints. */
export interface TestPrinting {
  readonly token: string
  readonly printerId: string
}

export interface SettlePrint {
  readonly token: string
  readonly jobId: string
  readonly what: 'print' | 'give_up'
  /** Where to print it; null: where it is. */
  readonly printerId: string | null
  /** Why it is given up. */
  readonly why: string
}
