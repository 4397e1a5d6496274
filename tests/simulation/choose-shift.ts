import type { Command } from '#domain/command/command.ts'
import { businessDate } from '#domain/day/business-date.ts'
import { minor } from '#domain/money/money.ts'
import { expectedCash } from '#domain/shift/expected-cash.ts'
import { CASH_MOVES } from '#domain/shift/shift.ts'
import { readDrawer, readOpenShifts } from '#database/queries/shifts.ts'
import type { Looking } from './choose.ts'
import type { ShiftDoing } from './doings.ts'

/** Drawers are opened, moved, counted and closed; people go home; days end. `met`: two people at one drawer. */
export async function keepDrawer(doing: ShiftDoing, looking: Looking, met: boolean): Promise<Command | null> {
  const { replica, random, now } = looking
  if (doing === 'check_out') {
    return { type: 'check_out', checkOutId: random.id('out'), declaredTips: random.int(0, 500) }
  }
  if (doing === 'day_close') {
    return { type: 'close_day', businessDate: businessDate(now, 'Europe/Lisbon', 4) }
  }
  const open = await readOpenShifts(replica.db, replica.store)
  if (doing === 'shift_open' || open.length === 0) {
    const drawer = random.pick(['front', replica.dev])
    return { type: 'open_shift', shiftId: random.id('shift'), drawer, float: random.int(0, 20) * 500 }
  }
  const shiftId = random.pick(met ? open.slice(0, 1) : open).id
  if (doing === 'cash_move') {
    const kind = random.pick(CASH_MOVES)
    return {
      type: 'move_cash',
      shiftId,
      moveId: random.id('move'),
      kind,
      amount: kind === 'no_sale' ? 0 : random.int(1, 900),
      party: 'supplier',
      reason: 'ice',
    }
  }
  return doing === 'count' ? countDrawer(shiftId, looking) : { type: 'close_shift', shiftId }
}

export async function countDrawer(shiftId: string, { replica, random }: Looking): Promise<Command | null> {
  const drawer = await readDrawer(replica.db, replica.store, shiftId)
  if (drawer === null) return null
  const found = Math.max(0, expectedCash(drawer) + (random.chance(0.7) ? 0 : random.int(-200, 200)))
  const pieces = found === 0 ? [] : [{ value: minor(1), count: found }]
  return { type: 'count_drawer', shiftId, pieces, blind: random.chance(0.5) }
}
