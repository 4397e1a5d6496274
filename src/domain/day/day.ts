import type { DayAddendum, DayClosed, DayEvent, DayFigures } from './day-close.ts'
import { addFigures } from './day-figures.ts'

/** What is known of one closed business date; its id is the date. */
export interface Day {
  readonly id: string
  /** The Z that stands; null while only an addendum has arrived. */
  readonly closed: DayClosed | null
  /** A second close by a till that had not seen the first. */
  readonly otherCloses: readonly DayClosed[]
  readonly addenda: readonly DayAddendum[]
  /** Addenda that name a sale or refund which another one before had counted. */
  readonly otherAddenda: readonly DayAddendum[]
}

/**
 * A day after one more event. Total: never throws. The first close stands and nothing changes it; what would count
 * a sale twice is kept aside. [ZDAY2] [ZDAY7]
 */
export function foldDay(id: string, day: Day | null, event: DayEvent): Day | null {
  // Paper: nothing of the day changes.
  if (event.type === 'day_reported') return day
  const known = day ?? { id, closed: null, otherCloses: [], addenda: [], otherAddenda: [] }
  switch (event.type) {
    case 'day_closed':
      return closed(known, event.payload)
    case 'day_addended':
      return addended(known, event.payload)
  }
}

/** Whether the day's Z or an addendum holds this sale or refund. [ZDAY7] */
export function isCounted(day: Day, kind: 'orderIds' | 'refundIds', id: string): boolean {
  return [day.closed, ...day.addenda].some((part) => part?.[kind].includes(id) === true)
}

/** What the day came to: its Z and what came late. Null before it is closed. [ZDAY7] */
export function dayTotal({ closed: z, addenda }: Day): DayFigures | null {
  return z === null ? null : addenda.reduce((all, { figures }) => addFigures(all, figures), z.figures)
}

/** The counter of a Z's number: of "A-Z12" it is 12. */
export function zCounter(number: string): number {
  return Number(number.slice(number.indexOf('-Z') + 2))
}

function closed(day: Day, close: DayClosed): Day {
  if (day.closed === null) return { ...day, closed: close }
  const known = [day.closed, ...day.otherCloses].some(({ number }) => number === close.number)
  return known ? day : { ...day, otherCloses: [...day.otherCloses, close] }
}

function addended(day: Day, one: DayAddendum): Day {
  // The moment and the person alone do not tell: a number that is forgotten would be given again.
  const known = [...day.addenda, ...day.otherAddenda].some(
    ({ number, at, by }) => number === one.number && at === one.at && by === one.by,
  )
  if (known) return day
  const counted =
    one.orderIds.some((id) => isCounted(day, 'orderIds', id)) ||
    one.refundIds.some((id) => isCounted(day, 'refundIds', id))
  if (counted) return { ...day, otherAddenda: [...day.otherAddenda, one] }
  return { ...day, addenda: [...day.addenda, one] }
}
