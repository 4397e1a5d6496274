import { unreachable } from '#domain/assert.ts'
import { businessDate } from '#domain/day/business-date.ts'
import { err, ok } from '#domain/result.ts'
import { mayRole } from '#domain/staff/permissions.ts'
import { readRecords, readSettings } from '#database/queries/records.ts'
import { readWaiting } from '#database/queries/unacknowledged.ts'
import type { Ask, DeviceStatus, OfficeRecord, Queries, QueryName } from './messages.ts'
import { readSession } from './sessions.ts'
import type { DeviceStore } from './store.ts'
import { readChoiceView } from './views/choice-view.ts'
import { answerOfShifts } from './views/shift-answers.ts'
import { readDayView } from './views/day-view.ts'
import { readFloorView } from './views/floor-view.ts'
import { readMenuView } from './views/menu-view.ts'
import { readPayingView } from './views/paying-view.ts'
import { readOrderView } from './views/order-view.ts'
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
      return peopleView(store)
    case 'session':
      return readSession(db, id, ask.params.token)
    case 'menu':
      return readMenuView(db, id)
    case 'choice':
      return readChoiceView(db, id, store.now(), ask.params)
    case 'paying':
      return readPayingView(db, id)
    case 'floor':
      return readFloorView(db, id)
    case 'order':
      return readOrderView(db, id, ask.params.orderId)
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
    case 'drawer':
    case 'checkOut':
    case 'dayClose':
      return answerOfShifts(store, ask)
  }
}

function emptyAnswer(name: Exclude<QueryName, 'status'>): Answer {
  switch (name) {
    case 'store':
    case 'session':
    case 'order':
    case 'choice':
      return null
    case 'people':
      return []
    case 'menu':
      return { categories: [], items: [] }
    case 'paying':
      return { discounts: [], methods: [] }
    case 'floor':
      return { areas: [], tables: [], takeaway: [] }
    case 'kitchen':
      return { stations: [], tickets: [] }
    case 'day':
    case 'report':
    case 'drill':
    case 'records':
    case 'drawer':
    case 'checkOut':
    case 'dayClose':
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

async function peopleView({ replica }: DeviceStore): Promise<Queries['people']['result']> {
  const users = await readRecords(replica.db, replica.store, 'user')
  return users
    .filter((user) => user.active)
    .map(({ id, name, role }) => ({ id, name, role }))
    .sort((a, b) => a.name.localeCompare(b.name))
}

async function dayAnswer(
  store: DeviceStore,
  { token, date }: Queries['day']['params'],
): Promise<Queries['day']['result']> {
  const { db, store: id, dev } = store.replica
  const person = await readSession(db, id, token)
  if (person === null) return err({ code: 'session_ended' })
  if (!mayRole(person.role, 'read_reports')) return err({ code: 'not_allowed' })
  const view = await storeView(store)
  if (view === null) return err({ code: 'store_not_ready' })
  const { store: inStore, cloud } = store.acknowledged()
  const waiting = await readWaiting(db, id, dev, Math.max(inStore ?? 0, cloud ?? 0))
  return ok(await readDayView(db, id, date ?? view.businessDate, waiting.count))
}

async function recordsAnswer(
  { replica: { db, store } }: DeviceStore,
  { token, type }: Queries['records']['params'],
): Promise<Queries['records']['result']> {
  const person = await readSession(db, store, token)
  if (person === null) return err({ code: 'session_ended' })
  if (!mayRole(person.role, 'edit_menu')) return err({ code: 'not_allowed' })
  return ok((await readRecords(db, store, type)).map((record): OfficeRecord => ({ ...record })))
}
