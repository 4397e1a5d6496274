import type { Item } from '#domain/item/item.ts'

/** Whose a line is and when it is eaten. */
export interface LinePlace {
  /** 0: the whole table. */
  readonly seat: number
  /** Null: the course its item goes in; 0: none. */
  readonly course: number | null
  readonly held: boolean
}

/** What counts until somebody says otherwise. */
export const USUAL_PLACE: LinePlace = { seat: 0, course: null, held: false }

export function placeOfLine({ seat, course, held }: Pick<Item, 'seat' | 'course' | 'held'>): LinePlace {
  return { seat, course, held }
}

export function isSamePlace(one: LinePlace, other: LinePlace): boolean {
  return one.seat === other.seat && one.course === other.course && one.held === other.held
}

/** As commands say it: what is usual is not said. */
export function saidPlace({ seat, course, held }: LinePlace): {
  readonly seat?: number
  readonly course?: number
  readonly held?: boolean
} {
  return {
    ...(seat === 0 ? {} : { seat }),
    ...(course === null ? {} : { course }),
    ...(held ? { held } : {}),
  }
}
