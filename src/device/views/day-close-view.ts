import { assert } from '#domain/assert.ts'
import { addendumOf } from '#domain/day/addendum.ts'
import { dayChecklist, type DayCheck } from '#domain/day/checklist.ts'
import type { Day } from '#domain/day/day.ts'
import type { DayFigures } from '#domain/day/day-close.ts'
import type { Settings } from '#domain/store/settings.ts'
import { readBills } from '#database/queries/bill.ts'
import { readOpenOrderIds } from '#database/queries/orders.ts'
import { readRecords } from '#database/queries/records.ts'
import { readDayEntity, readDayFacts } from '#sync/facts/day-facts.ts'
import { readLateDays } from '#sync/facts/late-facts.ts'
import type { Replica } from '#sync/replica.ts'
import type { DayCheckEntry, DayCloseView, ZView } from '#device/messages/shift-views.ts'
import { readLookups } from './lookups.ts'

interface Asked {
  readonly date: string
  readonly settings: Settings
  readonly now: number
  /** How many of this device's own events nobody else has. */
  readonly own: number
}

/** What stands in the way of closing a day, its X, and once it is closed its Z with what came late. [ZDAY3] [ZDAY8] */
export async function readDayCloseView(
  replica: Replica,
  { date, settings, own, now }: Asked,
  mayRead: boolean,
): Promise<DayCloseView> {
  const { db, store, dev } = replica
  const facts = await readDayFacts(db, { store, dev }, date, { settings, now })
  assert(facts !== null, 'a store with settings has facts')
  const day = await readDayEntity(db, store, date)
  const names = await readNames(replica)
  const unsyncedDevices = own > 0 ? [dev] : []
  const z = mayRead ? (day?.closed ?? null) : null
  return {
    businessDate: date,
    nextNumber: facts.nextNumber,
    x: mayRead ? facts.figures : null,
    checks: dayChecklist({ ...facts, unsyncedDevices }, settings).map(({ names: subjects, ...check }) => ({
      ...check,
      entries: subjects.map((subject) => names.entry(check.what, subject)),
    })),
    closed: facts.closed !== null,
    z:
      z === null
        ? null
        : { ...zView({ ...z, at: z.closedAt, by: z.closedBy }, names), carriedOver: z.carriedOver },
    addenda: mayRead ? (day?.addenda ?? []).map((one) => zView({ ...one, approvedBy: null }, names)) : [],
    late: mayRead && day !== null ? await readLate(replica, day) : null,
  }
}

/** Known now, and in neither the Z nor an addendum. [ZDAY7] */
async function readLate({ db, store }: Replica, day: Day): Promise<DayFigures | null> {
  const found = (await readLateDays(db, store, day.id)).find((late) => late.day.id === day.id)
  const missing = found === undefined ? null : addendumOf(day, found.books, { at: 0, by: '', letter: '' })
  return missing?.type === 'day_addended' ? missing.payload.figures : null
}

interface Names {
  person(id: string | null): string
  entry(what: DayCheck['what'], subject: string): DayCheckEntry
}

function zView(
  part: Omit<ZView, 'approvedBy'> & { readonly approvedBy: string | null },
  names: Names,
): ZView {
  const { number, at, by, approvedBy, figures } = part
  return {
    number,
    at,
    by: names.person(by),
    approvedBy: approvedBy === null ? null : names.person(approvedBy),
    figures,
  }
}

async function readNames({ db, store }: Replica): Promise<Names> {
  const lookups = await readLookups(db, store)
  const devices = new Map((await readRecords(db, store, 'device')).map(({ id, name }) => [id, name]))
  const bills = await readBills(db, store, await readOpenOrderIds(db, store))
  const byNumber = new Map(bills.map(({ order }) => [order.number, order]))
  const byPayment = new Map(bills.flatMap(({ order, payments }) => payments.map(({ id }) => [id, order])))
  const person = (id: string | null): string => lookups.personName(id)
  return {
    person,
    entry(what, subject) {
      if (what === 'not_checked_out') return { name: person(subject), orderId: null }
      if (what === 'open_shifts' || what === 'unsynced_devices')
        return { name: devices.get(subject) ?? subject, orderId: null }
      const order = what === 'unclear_payments' ? byPayment.get(subject) : byNumber.get(subject)
      return { name: order?.number ?? subject, orderId: order?.id ?? null }
    },
  }
}
