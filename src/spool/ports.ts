import type { Pen } from '#printing/drawing.ts'
import type { ByteLine } from './byte-line.ts'

export interface SpoolLog {
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
}

/** Where the queue stands, and what it can reach from there. */
export interface SpoolPlace {
  /** The device whose own printers it serves; null: those of the house, on a server. [ROUTE3] */
  readonly owner: string | null
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly log: SpoolLog
  /** The line to a printer's address. Throws for one that is none. */
  readonly openLine: (host: string, port: number) => ByteLine
  /** Who draws what no page holds. [PRINT21] */
  readonly pen: Pen
}
