import type { DrawerFacts } from '#domain/shift/drawer-facts.ts'
import { cashFlow, expectedCash } from '#domain/shift/expected-cash.ts'
import { shiftReviewReasons } from '#domain/shift/shift-review.ts'
import type { RoleRights } from '#domain/staff/permissions.ts'
import { may } from '#domain/staff/rights.ts'
import { readRecords } from '#database/queries/records.ts'
import { readDrawer, readOpenShifts, readShiftIdsOfDay } from '#database/queries/shifts.ts'
import { readOwnDrawer } from '#sync/facts/drawer-facts.ts'
import type { Replica } from '#sync/replica.ts'
import type { DrawerSessionView, DrawerView } from '#device/messages/shift-views.ts'
import { readLookups } from './lookups.ts'

/** This device's drawer and the others of today, with what this person may see of their cash. [COUNT3] */
export async function readDrawerView(
  { db, store, dev }: Replica,
  today: string,
  rights: RoleRights,
): Promise<DrawerView> {
  const open = (await readOpenShifts(db, store)).map(({ id }) => id)
  const ids = [...new Set([...(await readShiftIdsOfDay(db, store, today)), ...open.reverse()])]
  const drawers: DrawerFacts[] = []
  for (const id of ids) {
    const drawer = await readDrawer(db, store, id)
    if (drawer !== null) drawers.push(drawer)
  }
  const people = await readLookups(db, store)
  const devices = new Map((await readRecords(db, store, 'device')).map(({ id, name }) => [id, name]))
  const names: Names = {
    person: (id) => people.personName(id),
    drawer: (id) => devices.get(id) ?? id,
  }
  const maySeeExpected = may(rights, 'see_expected_cash')
  const own = await readOwnDrawer(db, store, dev)
  return {
    drawer: dev,
    name: names.drawer(dev),
    sessionId: own?.shift.status === 'open' ? own.shift.id : null,
    sessions: drawers.map((drawer) => sessionView(drawer, names, maySeeExpected)),
    maySeeExpected,
  }
}

interface Names {
  person(id: string): string
  drawer(id: string): string
}

function sessionView(drawer: DrawerFacts, names: Names, seen: boolean): DrawerSessionView {
  const { shift } = drawer
  const { closed } = shift
  const expected = expectedCash(drawer)
  const count = shift.counts.at(-1)
  return {
    shiftId: shift.id,
    drawer: shift.drawer,
    name: names.drawer(shift.drawer),
    status: shift.status,
    float: shift.float,
    businessDate: shift.businessDate,
    openedAt: shift.openedAt,
    openedBy: names.person(shift.openedBy),
    moves: shift.moves.map((move) => ({ ...move, byName: names.person(move.by) })),
    count:
      count === undefined
        ? null
        : { total: count.total, at: count.at, outdated: count.expected !== expected },
    flow: seen ? (closed ?? cashFlow(drawer)) : null,
    expected: seen ? (closed?.expected ?? expected) : null,
    closed: closed === null ? null : { counted: closed.counted, at: closed.at, by: names.person(closed.by) },
    difference: seen ? (closed?.difference ?? null) : null,
    // What came late shows sums, too: whoever counts blind learns only that the manager looks at it.
    review: seen ? shiftReviewReasons(drawer) : [],
  }
}
