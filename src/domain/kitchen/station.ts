export interface Station {
  readonly name: string
  readonly position: number
  readonly active: boolean
}

export interface Printer {
  readonly name: string
  readonly host: string
  readonly port: number
  /** Characters a line: 32, 42 or 48. */
  readonly columns: number
  readonly active: boolean
}
