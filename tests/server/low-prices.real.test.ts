import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readBill } from '../../src/database/queries/bill.ts'
import { readRecord } from '../../src/database/queries/records.ts'
import type { DeviceStore } from '../../src/device/store.ts'
import type { Draft } from '../../src/domain/event/event.ts'
import type { Item, ItemAdded } from '../../src/domain/item/item.ts'
import { minor } from '../../src/domain/money/money.ts'
import { reviewReasons } from '../../src/domain/order/review.ts'
import { readHeadsOf } from '../../src/database/journal.ts'
import { watchPrices } from '../../src/server/prices/price-watch.ts'
import { readProgress } from '../../src/server/prices/progress.ts'
import { record } from '../../src/server/store.ts'
import { openCafe, type Cafe } from '../support/cafe.ts'
import { espresso, LEONOR, openNodeDevice, runAll } from '../support/node-device.ts'

let cafe: Cafe
let till: DeviceStore
beforeAll(async () => {
  cafe = await openCafe()
  till = await openNodeDevice(cafe.origin)
})
afterAll(async () => {
  till.sync.stop()
  await cafe.close()
})

const until = (condition: () => Promise<boolean>) =>
  vi.waitUntil(condition, { timeout: 10_000, interval: 50 })

/** An espresso as a till sells it, on an order of its own. */
async function sell(orderId: string): Promise<Item> {
  await runAll(till, espresso(orderId))
  const item = (await readBill(till.replica.db, till.replica.store, orderId))?.items[0]
  if (item === undefined) throw new Error('nothing was sold')
  return item
}

/** What no screen can do: a program with this device's keys writes a line of its own. */
async function forge(item: Item, id: string, over: Partial<ItemAdded>): Promise<void> {
  const { status: _s, ordered: _o, sentAt: _a, sentBy: _b, preparation: _p, preparedAt: _r, ...rest } = item
  const { discounts: _d, changes: _c, changedAt: _g, voids: _v, voided: _w, late: _l, id: _i, ...line } = rest
  const { stock: _k, doubt: _t, priceSettled: _e, ...payload } = { ...line, ...over }
  const draft: Draft = { ent: { type: 'item', id }, event: { type: 'item_added', payload } }
  const written = await till.replica.act<never>({
    txnId: crypto.randomUUID(),
    actor: item.addedBy,
    decide: async () => ({ ok: true, value: [draft] }),
  })
  if (written.ok) till.sync.committed(written.value)
  till.sync.soon(0)
}

async function savePrice(price: number): Promise<void> {
  const { hub } = cafe.server()
  const ent = { type: 'menu_item' as const, id: 'menu-espresso' }
  hub.announce(await record(hub.replica, [{ ent, event: { type: 'record_changed', payload: { price } } }]))
}

async function addDish(id: string, price: number): Promise<void> {
  const { hub } = cafe.server()
  const like = await readRecord(hub.replica.db, hub.replica.store, 'menu_item', 'menu-espresso')
  const { id: _id, ...payload } = { ...like, id, price: minor(price) }
  const ent = { type: 'menu_item' as const, id }
  hub.announce(await record(hub.replica, [{ ent, event: { type: 'record_changed', payload } }]))
}

const billAt = async (orderId: string, at: 'server' | 'till') => {
  const { db, store } = at === 'till' ? till.replica : cafe.server().hub.replica
  const bill = await readBill(db, store, orderId)
  if (bill === null) throw new Error('no such order')
  return bill
}

/** The server has these lines, and has looked at them. */
async function lookedAt(...ids: readonly string[]): Promise<void> {
  const { db, store } = cafe.server().hub.replica
  await arrived(ids)
  const { dev } = till.replica
  const head = (await readHeadsOf(db, store, [dev])).get(dev)?.seq ?? 0
  await until(async () => ((await readProgress(db, store)).get(dev) ?? 0) >= head)
}

async function arrived(ids: readonly string[]): Promise<void> {
  const { db } = cafe.server().hub.replica
  await until(async () => {
    const there = await db.selectFrom('order_items').select('id').where('id', 'in', ids).execute()
    return there.length === ids.length
  })
}

describe('[REVIEW12] a device that writes lower prices than the menu’s', () => {
  it('is believed for nothing and refused nothing: whoever looks sees dish, prices, device and person', async () => {
    const honest = await sell('order-1')
    await forge(honest, 'cheap', { unitPrice: minor(1) })
    await until(async () =>
      (await billAt('order-1', 'till')).items.every(({ id, doubt }) => id === honest.id || doubt),
    )
    for (const at of ['server', 'till'] as const) {
      const bill = await billAt('order-1', at)
      expect(reviewReasons(bill)).toEqual(['low_price'])
      const doubts = bill.items.map(({ id, unitPrice, doubt }) => [id, unitPrice, doubt])
      const who = { device: 'Till', person: 'Marta', unitPrice: 1, asked: 1 }
      expect(doubts).toEqual([
        ['cheap', 1, { ...who, menu: 120 }],
        [honest.id, 120, undefined],
      ])
    }
  })

  it('is not taken for one whose dish is not here yet: it waits, and is looked at when it is', async () => {
    const honest = await sell('order-5')
    const dish = { menuItemId: 'menu-late', unitPrice: minor(300) }
    await forge(honest, 'early', dish)
    await forge(honest, 'early-cheap', { ...dish, unitPrice: minor(100) })
    await arrived(['early', 'early-cheap'])
    // What comes after it is not held up.
    await forge(honest, 'cheap-meanwhile', { unitPrice: minor(1) })
    await until(async () => reviewReasons(await billAt('order-5', 'server')).includes('low_price'))
    const waiting = (await billAt('order-5', 'server')).items.filter(({ id }) => id.startsWith('early'))
    expect(waiting.map(({ doubt }) => doubt)).toEqual([undefined, undefined])
    await addDish('menu-late', 300)
    await lookedAt('early', 'early-cheap')
    const { items } = await billAt('order-5', 'server')
    expect(items.map(({ id, doubt }) => [id, doubt?.menu])).toEqual([
      ['cheap-meanwhile', 120],
      ['early', undefined],
      ['early-cheap', 300],
      [honest.id, undefined],
    ])
  })

  it('[REVIEW13] and whose manager says that the price is right, is not asked about it again', async () => {
    const honest = await sell('order-7')
    await forge(honest, 'promised', { unitPrice: minor(100) })
    await until(async () => reviewReasons(await billAt('order-7', 'till')).includes('low_price'))
    const settle = {
      type: 'settle_price',
      orderId: 'order-7',
      itemId: 'promised',
      reason: 'promised',
    } as const
    await runAll(till, [settle], LEONOR)
    await until(async () => reviewReasons(await billAt('order-7', 'server')).length === 0)
  })

  it('is not taken for one that had no line, and sold by an older menu', async () => {
    const honest = await sell('order-2')
    await savePrice(150)
    await savePrice(180)
    // It was 1.20 a moment ago, and never 1.10.
    await forge(honest, 'older', {})
    await forge(honest, 'never', { unitPrice: minor(110) })
    await lookedAt('older', 'never')
    const { items } = await billAt('order-2', 'server')
    expect(items.map(({ id, doubt }) => [id, doubt?.menu])).toEqual([
      ['never', 120],
      ['older', undefined],
      [honest.id, undefined],
    ])
  })

  it('is not taken for one that brings what was sold long ago, by the menu of its time', async () => {
    const honest = await sell('order-4')
    await savePrice(honest.unitPrice + 50)
    // A new hub hears of last year from its devices: then there was no menu yet that is known here.
    await forge(honest, 'long-ago', { addedAt: honest.addedAt - 365 * 86_400_000 })
    await lookedAt('long-ago')
    expect(reviewReasons(await billAt('order-4', 'server'))).toEqual([])
  })

  it('is found when the server was stopped before it looked', async () => {
    const honest = await sell('order-3')
    await cafe.stopServer()
    await forge(honest, 'while-away', { unitPrice: minor(2) })
    await cafe.startServer()
    till.sync.soon(0)
    await until(async () => reviewReasons(await billAt('order-3', 'till')).includes('low_price'))
  })
  it('is found when it writes a dish that never comes', async () => {
    const honest = await sell('order-8')
    await forge(honest, 'made-up', { menuItemId: 'menu-gold', unitPrice: minor(1) })
    const { hub } = cafe.server()
    // The server waits an hour for such a dish, nobody here.
    const times = { lookMs: 50, calmMs: 0, unknownMs: -1 }
    const watch = watchPrices({ onOpened: (listener) => listener(hub) }, pino({ level: 'silent' }), times)
    await until(async () => reviewReasons(await billAt('order-8', 'till')).includes('low_price'))
    const { items } = await billAt('order-8', 'till')
    expect(items.find(({ id }) => id === 'made-up')?.doubt).toMatchObject({ asked: 1, menu: null })
    await watch.close()
  })
})
