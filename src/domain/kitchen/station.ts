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

export const DRAWER_PINS = ['none', 'pin2', 'pin5'] as const
export type DrawerPin = (typeof DRAWER_PINS)[number]

export const PRINTER_COLUMNS = [48, 42, 32] as const
/** Font A columns a line may have (M6). */
export type Columns = (typeof PRINTER_COLUMNS)[number]

export interface Printer {
  readonly name: string
  readonly host: string
  readonly port: number
  /** Characters a line: 32, 42 or 48. */
  readonly columns: number
  /** Which make it is, by an id of the printing layer; absent or empty: any that understands ESC/POS. [PRINT4] */
  readonly model?: string
  /** Which of its pins opens a cash drawer; absent: none stands at it. [DRAWER1] */
  readonly drawer?: DrawerPin
  readonly active: boolean
}
