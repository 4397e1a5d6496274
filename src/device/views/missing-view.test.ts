import { afterEach, expect, test } from 'vitest'
import { addTea, MANAGER, NOON, openOrder, record, run, write } from '../../../tests/contract/cafe.ts'
import { seededReplica } from '../../../tests/support/replicas.ts'
import { NO_HISTORY } from '#sync/history/history.ts'
import type { Replica } from '#sync/replica.ts'
import { readMissing } from './missing-view.ts'
import { readScarceView } from './scarce-view.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const open: Replica[] = []

afterEach(async () => {
  for (const { db } of open.splice(0)) await db.destroy()
})

/** A till that sells tea of 2 g of leaves, of which somebody found so many thousandths of a gram at noon. */
async function till(found: number | null, settings: object = { outByStock: true }) {
  const replica = await seededReplica('till')
  open.push(replica)
  await write(replica, 'set', [
    record('settings', 'settings', { ...settings }),
    record('menu_item', 'tea', { recipe: { makes: 1, lines: leaves(2_000) } }),
  ])
  if (found !== null) await count(replica, 'd1', found, 0)
  await run(replica, 'open', openOrder('o1'))
  const missing = async (minutes: number, holdsStock = true) => {
    const history = { ...NO_HISTORY, holdsStock: () => holdsStock }
    const found = await readMissing({ replica, history, now: () => NOON + minutes * MINUTE })
    return found.map(({ id, missing }) => `${id}: ${missing}`)
  }
  return { replica, missing }
}

function leaves(qty: number) {
  return [{ ingredientId: 'leaves', qty }]
}

async function count(replica: Replica, stockId: string, found: number, minutes: number): Promise<void> {
  const command = { type: 'count_stock', stockId, note: '', lines: leaves(found) } as const
  await run(replica, stockId, command, { now: NOON + minutes * MINUTE, actor: MANAGER })
}

async function receive(replica: Replica, stockId: string, qty: number, minutes: number): Promise<void> {
  const lines = [{ ingredientId: 'leaves', qty, cost: 0 }]
  const command = { type: 'receive_stock', stockId, supplier: '', note: '', lines } as const
  await run(replica, stockId, command, { now: NOON + minutes * MINUTE, actor: MANAGER })
}

async function sell(replica: Replica, id: string, qty: number, minutes: number): Promise<void> {
  await run(replica, `add-${id}`, addTea('o1', id, qty))
  await run(replica, `send-${id}`, { type: 'send_order', orderId: 'o1' }, { now: NOON + minutes * MINUTE })
}

test('[STOCK10] a dish is 86 when less is left than one portion, and back with a delivery', async () => {
  const { replica, missing } = await till(5_000)
  await sell(replica, 'i1', 1, 1)
  expect(await missing(2)).toEqual([])
  await sell(replica, 'i2', 1, 3)
  expect(await missing(4)).toEqual(['tea: Tea leaves'])
  const store = { replica, history: NO_HISTORY, now: () => NOON }
  expect(await readScarceView(store)).toEqual([
    { id: 'tea', name: 'Tea', available: true, left: null, missing: 'Tea leaves' },
  ])
  await receive(replica, 'd2', 1_000, 5)
  expect(await missing(6)).toEqual([])
})

test('[STOCK10] only where the store wants it, of what was counted once, where the device holds what moved', async () => {
  const plain = await till(0, {})
  expect(await plain.missing(1)).toEqual([])
  const uncounted = await till(null)
  await sell(uncounted.replica, 'i1', 1, 1)
  expect(await uncounted.missing(2)).toEqual([])
  const wanted = await till(0)
  expect(await wanted.missing(1)).toEqual(['tea: Tea leaves'])
  expect(await wanted.missing(1, false)).toEqual([])
  await write(wanted.replica, 'retire', [record('ingredient', 'leaves', { active: false })])
  expect(await wanted.missing(1)).toEqual([])
})

test('[STOCK11] who sees some left sells it, until it is counted again, or the day is over', async () => {
  const { replica, missing } = await till(0)
  const fields = { sellAnyway: { at: 0 } }
  const said = { type: 'save_record', recordType: 'menu_item', recordId: 'tea', fields } as const
  await run(replica, 'anyway', said, { now: NOON + 10 * MINUTE })
  expect(await missing(11)).toEqual([])
  expect(await missing(DAY / MINUTE)).toEqual(['tea: Tea leaves'])
  // What was counted before it was said, and arrives late, changes nothing.
  await count(replica, 'd2', 0, 9)
  expect(await missing(12)).toEqual([])
  await count(replica, 'd3', 1_000, 20)
  expect(await missing(21)).toEqual(['tea: Tea leaves'])
})
