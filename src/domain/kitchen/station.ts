export const STATION_OUTPUTS = ['screen', 'paper', 'both'] as const
/** Where a station reads its tickets. */
export type StationOutput = (typeof STATION_OUTPUTS)[number]

export interface Station {
  readonly name: string
  readonly position: number
  readonly active: boolean
  /** Absent: a screen. [ROUTE1] */
  readonly output?: StationOutput
  /** The printer of its tickets; absent or empty: none. */
  readonly printerId?: string
  /** Where they come out while that one does not print. */
  readonly backupPrinterId?: string
}

export interface Printer {
  readonly name: string
  readonly host: string
  readonly port: number
  /** Characters a line: 32, 42 or 48. */
  readonly columns: number
  readonly active: boolean
}
