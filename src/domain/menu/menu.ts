import type { Minor } from '#domain/money/money.ts'

export interface Category {
  readonly name: string
  readonly position: number
  /** A palette name the screens know ("amber", "teal"…); colour is never the only sign. */
  readonly color: string
  readonly active: boolean
}

export interface MenuItem {
  readonly name: string
  readonly categoryId: string
  readonly stationId: string
  readonly price: Minor
  readonly taxIds: readonly string[]
  readonly position: number
  /** Name of a picture file, or empty. */
  readonly picture: string
  /** False: 86, sold out for now. It stays on the menu, greyed. */
  readonly available: boolean
  /** False: no longer on the menu. */
  readonly active: boolean
}
