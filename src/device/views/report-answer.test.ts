import { afterEach, expect, test } from 'vitest'
import { addTea, NOON, openOrder, pay, record, run, STORE, write } from '../../../tests/contract/cafe.ts'
import { seededReplica } from '../../../tests/support/replicas.ts'
import type { Replica } from '#sync/replica.ts'
import { NO_HISTORY } from '#sync/history/history.ts'
import { openSession } from '#device/sessions.ts'
import { drillAnswer, reportAnswer } from './report-answer.ts'

const MONTH = { from: '2026-11-01', to: '2026-11-30' }
const open: Replica[] = []

afterEach(async () => {
  for (const { db } of open.splice(0)) await db.destroy()
})

/** A till with one sale and a drawer; with the session of a waiter, a manager and somebody who only reads figures. */
async function till() {
  const replica = await seededReplica('till')
  open.push(replica)
  const actions = { read_reports: 'alone' }
  await write(replica, 'staff', [
    record('user', 'rui', { name: 'Rui', role: 'manager', pinHash: '', active: true }),
    record('role', 'books', { name: 'Bookkeeper', like: 'waiter', actions, active: true }),
    record('user', 'eva', { name: 'Eva', role: 'books', pinHash: '', active: true }),
  ])
  await run(replica, 'drawer', { type: 'open_shift', shiftId: 's1', drawer: 'till', float: 10_000 })
  await run(replica, 'open', openOrder('o1'), { now: NOON })
  await run(replica, 'add', addTea('o1', 'i1'))
  await run(replica, 'pay', pay('o1', 'p1', 250))
  const as = (id: string) => openSession(replica.db, STORE, { id, name: id, role: 'waiter' })
  return { store: { replica, history: NO_HISTORY }, as }
}

test('[REPORT6] figures are for whoever may read reports, and cash for whoever may see it', async () => {
  const { store, as } = await till()
  const seen = async (token: string) => {
    const answer = await reportAnswer(store, { token, range: MONTH })
    if (!answer.ok) return answer.error.code
    if (answer.value.kind !== 'whole') return answer.value.kind
    const { report, seesCash } = answer.value.view
    return [report.paid, report.sessions.length, seesCash]
  }
  expect(await seen('nobody')).toBe('session_ended')
  expect(await seen(await as('ana'))).toBe('not_allowed')
  expect(await seen(await as('rui'))).toEqual([250, 1, true])
  expect(await seen(await as('eva'))).toEqual([250, 0, false])
})

test('[REPORT6] [REPORT10] the orders behind them, too; and dates that are none are refused', async () => {
  const { store, as } = await till()
  const drill = { table: 'methods', key: 'cash' } as const
  const ask = { range: MONTH, drill, after: null }
  expect(await drillAnswer(store, { ...ask, token: await as('ana') })).toMatchObject({
    error: { code: 'not_allowed' },
  })
  const token = await as('rui')
  expect(await drillAnswer(store, { ...ask, token })).toMatchObject({
    value: { orders: [{ orderId: 'o1', part: { count: 1, amount: 250 } }], next: null },
  })
  const never = { from: '2026-11-30', to: '2026-11-01' }
  const refused = { error: { code: 'bad_range' } }
  expect(await reportAnswer(store, { token, range: never })).toMatchObject(refused)
  expect(await drillAnswer(store, { ...ask, token, range: never })).toMatchObject(refused)
})

test('[REPORT7] of dates that are not here it tells nothing, and says from when on it knows', async () => {
  const { store, as } = await till()
  const token = await as('rui')
  const history = { ...NO_HISTORY, holds: (date: string) => date >= '2026-11-20' }
  const part = await reportAnswer({ ...store, history }, { token, range: MONTH })
  expect(part).toMatchObject({
    value: { view: { from: MONTH.from, to: MONTH.to, knownFrom: '2026-11-20', report: { paid: 250 } } },
  })
  const before = { from: '2026-11-01', to: '2026-11-19' }
  const refused = { error: { code: 'history_coming' } }
  expect(await reportAnswer({ ...store, history }, { token, range: before })).toMatchObject(refused)
})
