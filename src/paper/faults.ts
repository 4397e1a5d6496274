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

/** `paperOut,bytesPerSecond=200` as people type it, or an object as the page sends it; null: it is neither. [PRINT16] */
export function readFaults(given: unknown): Partial<Faults> | null {
  const entries = typeof given === 'string' ? given.split(',').filter(Boolean).map(pairOf) : entriesOf(given)
  return entries?.every(isFault) === true ? (Object.fromEntries(entries) as Partial<Faults>) : null
}

function pairOf(text: string): readonly [string, unknown] {
  const [name = '', value] = text.trim().split('=')
  return [name, value === undefined ? true : value === '' ? null : Number(value)]
}

function entriesOf(given: unknown): readonly (readonly [string, unknown])[] | null {
  return typeof given === 'object' && given !== null ? Object.entries(given) : null
}

/** A switch is on or off; the others are a number of bytes, or null. */
function isFault([name, value]: readonly [string, unknown]): boolean {
  if (!(name in NO_FAULTS)) return false
  const isSwitch = typeof NO_FAULTS[name as keyof Faults] === 'boolean'
  if (isSwitch) return typeof value === 'boolean'
  return value === null || (typeof value === 'number' && Number.isInteger(value) && value > 0)
}
