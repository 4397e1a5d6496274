import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { Logger } from 'pino'
import { readEntities } from '#database/entities.ts'
import { readBill } from '#database/queries/bill.ts'
import { deletePriceDue, notePriceDue, readPriceDue, type PriceDue } from '#database/queries/price-due.ts'
import { readRecord, readSettings } from '#database/queries/records.ts'
import type { Tx } from '#database/schema.ts'
import type { Envelope } from '#domain/event/envelope.ts'
import type { Item } from '#domain/item/item.ts'
import { NAME_LENGTH_MAX } from '#domain/limits.ts'
import { priceDoubt, type PriceDoubt } from '#domain/menu/price-doubt.ts'
import { ok } from '#domain/result.ts'
import { createAppointment } from '#link/appointment.ts'
import type { Hub } from '#server/hub.ts'
import { menuNow, menusSince } from './menus.ts'

/** How old a menu may be that a device still sells by. [REVIEW12] */
const OLDEST_MENU_MS = 7 * 86_400_000
const AT_ONCE = 100
/** Lines that are tapped one after the other are looked at together. */
const LOOK_MS = 500
const PRICED: ReadonlySet<string> = new Set(['item_added', 'item_modifiers_set'])

/** Notes the lines whose price is to be looked at, with the events that say it. */
export async function noteForPriceWatch(tx: Tx, events: readonly Envelope[]): Promise<void> {
  const [first] = events
  if (first === undefined) return
  const lines = events.filter(({ type }) => PRICED.has(type)).map(({ entId: id, dev }) => ({ id, dev }))
  // Two events of one line in one statement would be one row twice.
  await notePriceDue(tx, first.store, [...new Map(lines.map((line) => [line.id, line])).values()])
}

/** Holds what devices sold against the menu, behind everything else: nobody waits for it, and nothing is refused. */
export function watchPrices(hub: Hub, log: Logger): { close(): Promise<void> } {
  let closed = false
  let working: Promise<void> = Promise.resolve()
  const soon = createAppointment(() => {
    working = working
      .then(() => lookThrough(hub, () => closed))
      .catch((error: unknown) => log.error({ err: error }, 'prices were not looked at'))
  })
  hub.onLive((events) => {
    if (!closed && events.some(({ type }) => PRICED.has(type))) soon.within(LOOK_MS)
  })
  soon.within(LOOK_MS)
  return {
    close() {
      closed = true
      soon.cancel()
      return working
    },
  }
}

async function lookThrough(hub: Hub, isClosed: () => boolean): Promise<void> {
  const { db, store } = hub.replica
  for (;;) {
    const due = await readPriceDue(db, store, AT_ONCE)
    if (due.length === 0 || isClosed()) return
    for (const one of due) {
      await lookAt(hub, one)
      // Whoever waits for the server goes first.
      await setImmediate()
    }
    await deletePriceDue(
      db,
      store,
      due.map(({ id }) => id),
    )
  }
}

async function lookAt(hub: Hub, due: PriceDue): Promise<void> {
  const { db, store } = hub.replica
  const [entity] = (await readEntities(db, store, [{ type: 'item', id: due.id }])).values()
  const item = entity?.state as Item | null | undefined
  if (item === null || item === undefined) return
  const bill = await readBill(db, store, item.orderId)
  const settings = await readSettings(db, store)
  if (bill === null || settings === null) return
  const { combo, menuItemId, priceFrom: listId } = item
  const lines = combo === null ? [item] : bill.items.filter((one) => one.combo?.id === combo.id)
  const [line = item] = lines
  const terms = { service: bill.order.service, mode: bill.order.rules.mode, settings }
  const by = { menuItemId: combo?.menuItemId ?? menuItemId, listId }
  // The menu of this minute is nearly always the answer, and costs nothing to read.
  if (priceDoubt(lines, [await menuNow(db, store, by)], terms) === null) return
  const menus = await menusSince(db, store, by, Date.now() - OLDEST_MENU_MS)
  const doubt = priceDoubt(lines, menus, terms)
  if (doubt !== null) await writeDown(hub, line, due.dev, doubt)
}

/** Once for each price of a line, whichever process of a cloud looked. */
async function writeDown(hub: Hub, { id, addedBy }: Item, dev: string, doubt: PriceDoubt): Promise<void> {
  const { replica } = hub
  const { db, store } = replica
  const device = (await readRecord(db, store, 'device', dev))?.name ?? dev
  const person = (await readRecord(db, store, 'user', addedBy))?.name ?? addedBy
  const named = { device: device.slice(0, NAME_LENGTH_MAX), person: person.slice(0, NAME_LENGTH_MAX) }
  const written = await replica.act<never>({
    txnId: randomUUID(),
    actor: replica.dev,
    async decide(tx) {
      const [entity] = (await readEntities(tx, store, [{ type: 'item', id }])).values()
      const item = entity?.state as Item | null | undefined
      if (item === null || item === undefined || item.status === 'voided') return ok([])
      if (item.doubt?.unitPrice === item.unitPrice) return ok([])
      const payload = { unitPrice: item.unitPrice, ...doubt, ...named }
      return ok([{ ent: { type: 'item', id }, event: { type: 'item_price_doubted', payload } }])
    },
  })
  if (written.ok) hub.announce(written.value)
}
