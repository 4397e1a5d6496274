/** What can be wrong with a printer, by switch. [PRINT16] */
export interface Faults {
  /** Nothing listens on the port. */
  readonly refuse: boolean
  /** No answer to any question: a printer without a return channel. */
  readonly silentStatus: boolean
  /** The head stops and says so; what arrives waits, and prints when paper is back. */
  readonly paperOut: boolean
  readonly coverOpen: boolean
  /** Paper ends once this many bytes more were printed: in the middle of a job. */
  readonly paperEndsAfterBytes: number | null
  /** Sends a status block nobody asked for with every piece it prints (Epson's ASB). */
  readonly chatter: boolean
  /** Speed of the head; null = as fast as bytes come. */
  readonly bytesPerSecond: number | null
  /** The connection breaks once this many bytes of it have arrived. */
  readonly resetAfterBytes: number | null
}

export const NO_FAULTS: Faults = {
  refuse: false,
  silentStatus: false,
  paperOut: false,
  coverOpen: false,
  paperEndsAfterBytes: null,
  chatter: false,
  bytesPerSecond: null,
  resetAfterBytes: null,
}

/** Whether the head stands still. */
export function isStopped(faults: Faults): boolean {
  return faults.paperOut || faults.coverOpen
}
