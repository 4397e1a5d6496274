import type { CheckOut, CheckOutEvent } from './check-out.ts'
import type { DrawerCount, Shift, ShiftClosed, ShiftEvent, ShiftOpened } from './shift.ts'

/**
 * A drawer session after one more event. Total: never throws, and what comes before the opening changes nothing. The
 * first close stands; another till's is kept beside it, and so is cash that moved after it. [SHIFT6] [SHIFT7]
 */
export function foldShift(id: string, shift: Shift | null, event: ShiftEvent): Shift | null {
  if (event.type === 'shift_opened') return shift ?? opened(id, event.payload)
  if (shift === null) return null
  switch (event.type) {
    case 'shift_cash_moved': {
      const known = shift.moves.some(({ moveId }) => moveId === event.payload.moveId)
      return known ? shift : { ...shift, moves: [...shift.moves, event.payload] }
    }
    case 'shift_counted': {
      const known = shift.counts.some((count) => isSameCount(count, event.payload))
      return known ? shift : { ...shift, counts: [...shift.counts, event.payload] }
    }
    case 'shift_closed':
      return closed(shift, event.payload)
  }
}

/** The first check-out under an id counts; the same again is the same. [CHECKOUT4] */
export function foldCheckOut(id: string, checkOut: CheckOut | null, event: CheckOutEvent): CheckOut {
  return checkOut ?? { ...event.payload, id }
}

function opened(id: string, payload: ShiftOpened): Shift {
  return { ...payload, id, status: 'open', moves: [], counts: [], closed: null, otherCloses: [] }
}

function closed(shift: Shift, close: ShiftClosed): Shift {
  if (shift.closed === null) return { ...shift, status: 'closed', closed: close }
  const known = [shift.closed, ...shift.otherCloses].some(({ at, by }) => at === close.at && by === close.by)
  return known ? shift : { ...shift, otherCloses: [...shift.otherCloses, close] }
}

/** Nobody counts one drawer twice in one millisecond. */
function isSameCount(a: DrawerCount, b: DrawerCount): boolean {
  return a.at === b.at && a.by === b.by && a.total === b.total
}
