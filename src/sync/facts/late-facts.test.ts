import { expect, test } from 'vitest'
import {
  addTea,
  MANAGER,
  NOON,
  openOrder,
  pay,
  record,
  run,
  STORE,
  write,
} from '../../../tests/contract/cafe.ts'
import { openReplica, seededReplica } from '../../../tests/support/replicas.ts'
import type { Day } from '#domain/day/day.ts'
import { readEntities } from '#database/entities.ts'
import { readMissing } from '#database/pages.ts'
import type { Replica } from '#sync/replica.ts'

const DATE = '2026-11-20'
const NEXT = '2026-11-21'
const LATER = { actor: MANAGER, now: NOON + 86_400_000 }

test('[ZDAY7] what a phone sold on its own is added to the day it was sold on, by the next Z', async () => {
  const { till, phone } = await tillAndPhone()
  await sell(till, 'o1')
  await run(till, 'z1', { type: 'close_day', businessDate: DATE }, { actor: MANAGER })
  await sell(phone, 'o2')
  await bring(phone, till)
  await run(till, 'z2', { type: 'close_day', businessDate: NEXT }, LATER)
  await bring(till, phone)
  for (const replica of [till, phone]) {
    const day = await dayOn(replica, DATE)
    expect(day.closed?.orderIds).toEqual(['o1'])
    expect(day.addenda.map(({ number, orderIds }) => [number, orderIds])).toEqual([['A-Z1+A1', ['o2']]])
    expect((await dayOn(replica, NEXT)).closed).toMatchObject({ orderIds: [], figures: { orders: 0 } })
  }
})

test('[ZDAY7] two tills that add the same late sale count it once, and the rest with the Z after', async () => {
  const { till, phone } = await tillAndPhone()
  await run(till, 'z1', { type: 'close_day', businessDate: DATE }, { actor: MANAGER })
  await bring(till, phone)
  await sell(till, 'o1')
  await bring(till, phone)
  await run(phone, 'more-1', { type: 'close_day', businessDate: DATE }, LATER)
  await sell(till, 'o2')
  await run(till, 'more-2', { type: 'close_day', businessDate: DATE }, { ...LATER, now: LATER.now + 1 })
  await bring(phone, till)
  await bring(till, phone)
  expect((await dayOn(till, DATE)).addenda.map(({ orderIds }) => orderIds)).toEqual([['o1']])
  await run(phone, 'z2', { type: 'close_day', businessDate: NEXT }, { ...LATER, now: LATER.now + 2 })
  await bring(phone, till)
  const day = await dayOn(till, DATE)
  expect(day.addenda.map(({ orderIds }) => orderIds)).toEqual([['o1'], ['o2']])
  expect(day.otherAddenda.map(({ orderIds }) => orderIds)).toEqual([['o1', 'o2']])
  expect(await dayOn(phone, DATE)).toEqual(day)
})

async function tillAndPhone(): Promise<{ readonly till: Replica; readonly phone: Replica }> {
  const till = await seededReplica('till')
  await write(till, 'phone', [record('device', 'phone', { letter: 'P', active: true })])
  const phone = await openReplica('phone')
  await bring(till, phone)
  return { till, phone }
}

async function bring(from: Replica, to: Replica): Promise<void> {
  for (;;) {
    const page = await readMissing(from.db, STORE, await from.heads(), await to.heads())
    if (page.events.length === 0) return
    await to.ingest(page.events, NOON)
  }
}

async function sell(replica: Replica, orderId: string): Promise<void> {
  await run(replica, `open-${orderId}`, openOrder(orderId))
  await run(replica, `add-${orderId}`, addTea(orderId, `i-${orderId}`))
  await run(replica, `pay-${orderId}`, pay(orderId, `p-${orderId}`, 250))
}

async function dayOn(replica: Replica, date: string): Promise<Day> {
  const [day] = (await readEntities(replica.db, STORE, [{ type: 'day', id: date }])).values()
  return day?.state as Day
}
