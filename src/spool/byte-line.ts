/** What a line to a printer tells whoever uses it. */
export interface LineListener {
  /** It is open, or takes more again: look at it. */
  changed(): void
  /** The printer said something. */
  heard(bytes: Uint8Array): void
  /** It broke, or the other end hung up. Told at most once matters; more does no harm. */
  lost(why: string): void
}

/**
 * The way to a printer, wherever it is: a socket, a file, a port of the browser. It is being opened when it is made, and
 * every failure is told to its listener; nothing here throws.
 */
export interface ByteLine {
  /** Called once, before anything is told. */
  listen(listener: LineListener): void
  readonly isOpen: boolean
  /** Holds as much as it should: write on once that changed. */
  readonly isFull: boolean
  readonly isClosed: boolean
  write(bytes: Uint8Array): void
  /** No more is to be written; what was, still goes out. */
  end(): void
  /** Ends it by itself, whenever the printer lets go; nobody waits for that any more. */
  leave(): void
  /** Breaks it: what the printer has not taken is never printed. */
  destroy(): void
}
