export interface Area {
  readonly name: string
  readonly position: number
  readonly active: boolean
}

export interface Table {
  readonly name: string
  readonly areaId: string
  readonly seats: number
  readonly position: number
  readonly active: boolean
}
