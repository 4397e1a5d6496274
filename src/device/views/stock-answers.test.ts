import { afterEach, expect, test } from 'vitest'
import { addTea, MANAGER, NOON, openOrder, record, run, STORE, write } from '../../../tests/contract/cafe.ts'
import { seededReplica } from '../../../tests/support/replicas.ts'
import { NO_HISTORY } from '#sync/history/history.ts'
import type { Replica } from '#sync/replica.ts'
import { openSession } from '#device/sessions.ts'
import { answerOfStock } from './stock-answers.ts'

const MINUTE = 60_000
const open: Replica[] = []

afterEach(async () => {
  for (const { db } of open.splice(0)) await db.destroy()
})

/** A till with leaves at 18.90 for 500 g, and the session of a waiter and a manager. */
async function till() {
  const replica = await seededReplica('till')
  open.push(replica)
  await write(replica, 'more', [
    record('user', 'rui', { name: 'Rui', role: 'manager', pinHash: '', active: true }),
    record('menu_item', 'tea', { recipe: { makes: 1, lines: [{ ingredientId: 'leaves', qty: 2_000 }] } }),
    record('ingredient', 'gone', { name: 'Gone', unit: 'g', active: false }),
  ])
  const as = (id: string) => openSession(replica.db, STORE, { id, name: id, role: 'waiter' })
  return { replica, store: { replica, history: NO_HISTORY, now: () => NOON + 60 * MINUTE }, as }
}

async function count(replica: Replica, stockId: string, qty: number, minutes: number): Promise<void> {
  const lines = [{ ingredientId: 'leaves', qty }]
  const now = NOON + minutes * MINUTE
  await run(replica, stockId, { type: 'count_stock', stockId, note: '', lines }, { now, actor: MANAGER })
}

test('[STOCK13] who may ask for a write-off gets names, and neither levels nor costs', async () => {
  const { store, as } = await till()
  const ask = async (name: 'wasteable' | 'stock', id: string) =>
    answerOfStock(store, { kind: 'query', name, params: { token: await as(id) } })
  expect(await ask('wasteable', 'ana')).toEqual({
    ok: true,
    value: [{ id: 'leaves', name: 'Tea leaves', unit: 'g', packName: 'Tin', packSize: 500_000 }],
  })
  expect(await ask('stock', 'ana')).toMatchObject({ error: { code: 'not_allowed' } })
  expect(await ask('stock', 'rui')).toMatchObject({ ok: true })
})

test('[STOCK12] tells what a count found beside what should have been there', async () => {
  const { replica, store, as } = await till()
  const found = async () => {
    const params = { token: await as('rui'), days: null }
    const answer = await answerOfStock(store, { kind: 'query', name: 'stockVariance', params })
    return answer.ok ? answer.value : answer.error
  }
  await count(replica, 'd1', 10_000, 0)
  expect(await found()).toEqual({ rows: [], isWhole: true })
  await run(replica, 'open', openOrder('o1'))
  await run(replica, 'add', addTea('o1', 'i1', 2))
  await run(replica, 'send', { type: 'send_order', orderId: 'o1' }, { now: NOON + MINUTE })
  await count(replica, 'd2', 5_000, 2)
  // 10 g less 4 g sold, and 5 g found: a gram is missing, 3.78 cents of it.
  const rows = [
    {
      id: 'leaves',
      name: 'Tea leaves',
      unit: 'g',
      openedAt: NOON,
      countedAt: NOON + 2 * MINUTE,
      opening: 10_000,
      received: 0,
      used: 4_000,
      wasted: 0,
      counted: 5_000,
      expected: 6_000,
      difference: -1_000,
      worth: -3_780,
    },
  ]
  expect(await found()).toEqual({ rows, isWhole: true })
})

test('[STOCK12] tells nothing of counts between which a day is not here, and that there may be more', async () => {
  const { replica, store, as } = await till()
  await count(replica, 'd1', 10_000, -2 * 24 * 60)
  await count(replica, 'd2', 5_000, 2)
  const found = async (holds: (date: string) => boolean) => {
    const params = { token: await as('rui'), days: null }
    const known = { ...store, history: { ...NO_HISTORY, holds } }
    const answer = await answerOfStock(known, { kind: 'query', name: 'stockVariance', params })
    return answer.ok ? answer.value : answer.error
  }
  expect(await found((date) => date !== '2026-11-19')).toEqual({ rows: [], isWhole: true })
  expect(await found((date) => date >= '2026-11-18')).toMatchObject({
    rows: [{ id: 'leaves' }],
    isWhole: false,
  })
  expect(await found((date) => date >= '2026-11-20')).toEqual({ rows: [], isWhole: false })
})
