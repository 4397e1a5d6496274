import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readBill } from '../../src/database/queries/bill.ts'
import type { DeviceStore } from '../../src/device/store.ts'
import type { Draft } from '../../src/domain/event/event.ts'
import type { Item, ItemAdded } from '../../src/domain/item/item.ts'
import { minor } from '../../src/domain/money/money.ts'
import { reviewReasons } from '../../src/domain/order/review.ts'
import { record } from '../../src/server/store.ts'
import { openCafe, type Cafe } from '../support/cafe.ts'
import { espresso, openNodeDevice, runAll } from '../support/node-device.ts'

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
  const { stock: _k, doubt: _t, ...payload } = { ...line, ...over }
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

const billAt = async (orderId: string, at: 'server' | 'till') => {
  const { db, store } = at === 'till' ? till.replica : cafe.server().hub.replica
  const bill = await readBill(db, store, orderId)
  if (bill === null) throw new Error('no such order')
  return bill
}

/** The server has these lines, and has looked at them. */
async function lookedAt(...ids: readonly string[]): Promise<void> {
  const { db } = cafe.server().hub.replica
  await until(async () => {
    const there = await db.selectFrom('order_items').select('id').where('id', 'in', ids).execute()
    return there.length === ids.length
  })
  await until(async () => (await db.selectFrom('price_due').select('id').execute()).length === 0)
}

describe('[REVIEW12] a device that writes lower prices than the menu’s', () => {
  it('is believed for nothing and refused nothing: whoever looks sees dish, prices, device and person', async () => {
    const honest = await sell('order-1')
    await forge(honest, 'cheap', { unitPrice: minor(1) })
    await forge(honest, 'made-up', { menuItemId: 'menu-gold', unitPrice: minor(1) })
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
        ['made-up', 1, { ...who, menu: null }],
        [honest.id, 120, undefined],
      ])
    }
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

  it('is found when the server was stopped before it looked', async () => {
    const honest = await sell('order-3')
    await cafe.stopServer()
    await forge(honest, 'while-away', { unitPrice: minor(2) })
    await cafe.startServer()
    till.sync.soon(0)
    await until(async () => reviewReasons(await billAt('order-3', 'till')).includes('low_price'))
  })
})
