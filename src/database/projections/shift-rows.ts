import type { Day } from '#domain/day/day.ts'
import type { CheckOut } from '#domain/shift/check-out.ts'
import type { Shift } from '#domain/shift/shift.ts'
import type { CheckOutRow, DayRow, ShiftRow } from '#database/schema.ts'

export function shiftRow(store: string, shift: Shift): ShiftRow {
  return {
    store,
    id: shift.id,
    drawer: shift.drawer,
    status: shift.status,
    business_date: shift.businessDate,
    opened_at: shift.openedAt,
    opened_by: shift.openedBy,
    closed_at: shift.closed?.at ?? null,
    difference: shift.closed?.difference ?? null,
  }
}

export function checkOutRow(store: string, checkOut: CheckOut): CheckOutRow {
  return {
    store,
    id: checkOut.id,
    user_id: checkOut.userId,
    business_date: checkOut.businessDate,
    due: checkOut.due,
    done_at: checkOut.at,
  }
}

/** Null while only an addendum of it has arrived. */
export function dayRow(store: string, day: Day): DayRow | null {
  const { closed } = day
  if (closed === null) return null
  return {
    store,
    id: day.id,
    number: closed.number,
    other_numbers: day.otherCloses.map(({ number }) => number).join(' '),
    business_date: closed.businessDate,
    closed_at: closed.closedAt,
    closed_by: closed.closedBy,
    net: closed.figures.net,
    tax: closed.figures.tax,
  }
}
