import { unreachable } from '#domain/assert.ts'
import { businessDate } from '#domain/day/business-date.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Person } from '#auth/login.ts'
import type { Action } from '#domain/staff/permissions.ts'
import { may } from '#domain/staff/rights.ts'
import { readLastChanger } from '#database/queries/record-changes.ts'
import { readRecord, readRecords, readSettings } from '#database/queries/records.ts'
import { readWaiting } from '#database/queries/unacknowledged.ts'
import type { Ask, DeviceStatus, Failure, OfficeRecord, Queries, QueryName } from './messages.ts'
import { lackedDate } from './past.ts'
import { NOTHING_KNOWN } from './printing/desk.ts'
import { readSession } from './sessions.ts'
import type { DeviceStore } from './store.ts'
import { absentOrder } from './views/absent-order.ts'
import { readChoiceView } from './views/choice-view.ts'
import { answerOfShifts } from './views/shift-answers.ts'
import { readRights } from '#sync/facts/rights.ts'
import { answerOfStock } from './views/stock-answers.ts'
import { readDayView } from './views/day-view.ts'
import { readHistoryView } from './views/history-view.ts'
import { readDevicesView } from './views/devices-view.ts'
import { readFloorView } from './views/floor-view.ts'
import { readMenuView } from './views/menu-view.ts'
import { readPeopleView, readSessionView, readStaffView } from './views/people-view.ts'
import { readScarceView } from './views/scarce-view.ts'
import { readPayingView } from './views/paying-view.ts'
import { readOrderView } from './views/order-view.ts'
import { readStoryView } from './views/story/story-view.ts'
import { drillAnswer, reportAnswer } from './views/report-answer.ts'

type Query = Extract<Ask, { kind: 'query' }>
type Answer = Queries[QueryName]['result']

/** What a screen asked, from this device's own tables. Without a store everything is empty. */
export async function answerQuery(
  store: DeviceStore | null,
  status: () => Promise<DeviceStatus>,
  ask: Query,
): Promise<Answer> {
  if (ask.name === 'status') return status()
  if (store === null) return emptyAnswer(ask.name)
  const { db, store: id } = store.replica
  switch (ask.name) {
    case 'store':
      return storeView(store)
    case 'people':
      return readPeopleView(store.replica)
    case 'session':
      return sessionAnswer(store, ask.params.token)
    case 'menu':
      return readMenuView(db, id, store.now() - Date.now())
    case 'choice':
      return readChoiceView(store, ask.params)
    case 'scarce':
      return readScarceView(store)
    case 'paying':
      return readPayingView(db, id)
    case 'floor':
      return readFloorView(db, id)
    case 'order':
      return readOrderView(db, id, ask.params.orderId)
    case 'absentOrder':
      return absentOrder(store, ask.params.orderId)
    case 'history':
      // What is not here comes with an exchange, and the page is then asked for anew.
      if (ask.params.date !== null) await lackedDate(store, ask.params.date)
      return readHistoryView(db, id, ask.params)
    case 'story':
      return readStoryView(db, id, ask.params)
    case 'kitchen':
      return store.kitchen.view(ask.params.stationId)
    case 'day':
      return dayAnswer(store, ask.params)
    case 'report':
      return reportAnswer(store, ask.params)
    case 'drill':
      return drillAnswer(store, ask.params)
    case 'records':
      return recordsAnswer(store, ask.params)
    case 'changer':
      return changerAnswer(store, ask.params)
    case 'staff':
      return staffAnswer(store, ask.params.token)
    case 'devices':
      return devicesAnswer(store, ask.params.token)
    case 'printing':
      return store.printing.view()
    case 'drawer':
    case 'checkOut':
    case 'dayClose':
      return answerOfShifts(store, ask)
    case 'stock':
    case 'stockMoves':
    case 'stockVariance':
    case 'wasteable':
      return answerOfStock(store, ask)
  }
}

function emptyAnswer(name: Exclude<QueryName, 'status'>): Answer {
  switch (name) {
    case 'store':
    case 'session':
    case 'order':
    case 'choice':
      return null
    case 'absentOrder':
      return 'unknown'
    case 'people':
    case 'scarce':
      return []
    case 'menu':
      return { categories: [], items: [], pricing: null }
    case 'paying':
      return { discounts: [], methods: [], tipPercents: [] }
    case 'floor':
      return { areas: [], tables: [], takeaway: [] }
    case 'history':
      return { orders: [], next: null }
    case 'story':
      return { entries: [], next: null }
    case 'kitchen':
      return { stations: [], tickets: [] }
    case 'printing':
      return NOTHING_KNOWN
    case 'day':
    case 'report':
    case 'drill':
    case 'records':
    case 'changer':
    case 'staff':
    case 'devices':
    case 'drawer':
    case 'checkOut':
    case 'dayClose':
    case 'stock':
    case 'stockMoves':
    case 'stockVariance':
    case 'wasteable':
      return err({ code: 'session_ended' })
    default:
      return unreachable(name)
  }
}

async function storeView(store: DeviceStore): Promise<Queries['store']['result']> {
  const settings = await readSettings(store.replica.db, store.replica.store)
  if (settings === null) return null
  const { name, currency, zone, cutoverHour, askCovers = false } = settings
  return { name, currency, zone, businessDate: businessDate(store.now(), zone, cutoverHour), askCovers }
}

async function sessionAnswer({ replica }: DeviceStore, token: string): Promise<Queries['session']['result']> {
  const person = await readSession(replica.db, replica.store, token)
  return person === null ? null : readSessionView(replica, person)
}

/** Who asks, if their role may: a made one by its own rights. [ROLE10] */
async function readAsker(
  { replica: { db, store } }: DeviceStore,
  token: string,
  action: Action,
): Promise<Result<Person, Failure>> {
  const person = await readSession(db, store, token)
  if (person === null) return err({ code: 'session_ended' })
  return may(await readRights(db, store, person.role), action) ? ok(person) : err({ code: 'not_allowed' })
}

async function devicesAnswer(store: DeviceStore, token: string): Promise<Queries['devices']['result']> {
  const person = await readSession(store.replica.db, store.replica.store, token)
  return person === null ? err({ code: 'session_ended' }) : ok(await readDevicesView(store))
}

async function staffAnswer(store: DeviceStore, token: string): Promise<Queries['staff']['result']> {
  const asker = await readAsker(store, token, 'edit_staff')
  return asker.ok ? ok(await readStaffView(store.replica, Date.now())) : asker
}

async function dayAnswer(
  store: DeviceStore,
  { token, date }: Queries['day']['params'],
): Promise<Queries['day']['result']> {
  const { db, store: id, dev } = store.replica
  const asker = await readAsker(store, token, 'read_reports')
  if (!asker.ok) return asker
  const view = await storeView(store)
  if (view === null) return err({ code: 'store_not_ready' })
  const lacking = await lackedDate(store, date ?? view.businessDate)
  if (lacking !== null) return err(lacking)
  const { store: inStore, cloud } = store.acknowledged()
  const waiting = await readWaiting(db, id, dev, Math.max(inStore ?? 0, cloud ?? 0))
  return ok(await readDayView(db, id, date ?? view.businessDate, waiting.count))
}

async function recordsAnswer(
  store: DeviceStore,
  { token, type }: Queries['records']['params'],
): Promise<Queries['records']['result']> {
  const asker = await readAsker(store, token, 'edit_menu')
  if (!asker.ok) return asker
  const { db, store: id } = store.replica
  return ok((await readRecords(db, id, type)).map((record): OfficeRecord => ({ ...record })))
}

async function changerAnswer(
  store: DeviceStore,
  { token, type, recordId, fields }: Queries['changer']['params'],
): Promise<Queries['changer']['result']> {
  const asker = await readAsker(store, token, type === 'user' ? 'edit_staff' : 'edit_menu')
  if (!asker.ok) return asker
  const { db, store: id } = store.replica
  const actor = await readLastChanger(db, id, { type, id: recordId }, fields)
  const person = actor === null ? null : await readRecord(db, id, 'user', actor)
  return ok(person?.name ?? null)
}
