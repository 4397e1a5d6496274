import type { PinHasher } from '#auth/pin.ts'
import { demoCafe, type DemoCafe } from '#demo/cafe.ts'
import { businessDate } from '#domain/day/business-date.ts'
import type { Draft } from '#domain/event/event.ts'
import { WORTH_OF_MINOR } from '#domain/stock/worth.ts'
import type { Replica } from '#sync/replica.ts'
import { record } from './store.ts'

export interface DemoPerson {
  readonly name: string
  readonly role: string
  readonly pin: string
}

/** Fills an empty store with the demo café. Never called in production. */
export async function seedDemo(
  replica: Replica,
  pins: PinHasher,
  printer: { readonly host: string; readonly port: number },
): Promise<void> {
  const cafe = demoCafe({ printerHost: printer.host, printerPort: printer.port })
  const drafts: Draft[] = cafe.records.map(({ type, id, fields }) => ({
    ent: { type, id },
    event: { type: 'record_changed', payload: { ...fields } },
  }))
  for (const person of cafe.people) {
    const pinHash = await pins.hash(person.pin)
    drafts.push({
      ent: { type: 'user', id: person.id },
      event: { type: 'record_changed', payload: { ...person.user, pinHash } },
    })
  }
  drafts.push(openingStock(cafe, Date.now()))
  await record(replica, drafts)
}

/** The store-room is filled on the day the demo begins. */
function openingStock({ records, people, openingStock: bought }: DemoCafe, now: number): Draft {
  const settings = records.flatMap((one) => (one.type === 'settings' ? [one.fields] : []))[0]
  const date = businessDate(now, settings?.zone ?? 'UTC', settings?.cutoverHour ?? 0)
  const by = people.find(({ user }) => user.role === 'owner')?.id ?? 'demo'
  const lines = bought.map(({ ingredientId, qty, cost }) => {
    return { ingredientId, qty, worth: cost * WORTH_OF_MINOR }
  })
  const payload = { date, at: now, by, approvedBy: null, reason: 'Opening stock', supplier: '', lines }
  return { ent: { type: 'stock', id: 'demo-opening' }, event: { type: 'stock_received', payload } }
}

/** The demo's people with their PINs, to be shown in the terminal. */
export function demoPeople(): readonly DemoPerson[] {
  return demoCafe({ printerHost: '', printerPort: 0 }).people.map(({ user, pin }) => ({
    name: user.name,
    role: user.role,
    pin,
  }))
}

/** Points the demo's receipt printer at the port the virtual printer really got. */
export async function pointDemoPrinter(replica: Replica, host: string, port: number): Promise<void> {
  await record(replica, [
    {
      ent: { type: 'printer', id: 'printer-receipt' },
      event: { type: 'record_changed', payload: { host, port } },
    },
  ])
}
