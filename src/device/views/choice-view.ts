import type { MenuFacts } from '#domain/context.ts'
import { readBill } from '#database/queries/bill.ts'
import { readSettings } from '#database/queries/records.ts'
import type { ChoiceView } from '#device/messages.ts'
import type { DeviceStore } from '#device/store.ts'
import { readMenuFacts } from '#sync/facts/menu-facts.ts'
import { readMissing } from './missing-view.ts'

/** What a guest may choose of an item on this order: the very facts that the command will be decided by. */
export async function readChoiceView(
  device: Pick<DeviceStore, 'replica' | 'history' | 'now'>,
  { orderId, menuItemId }: { readonly orderId: string; readonly menuItemId: string },
): Promise<ChoiceView | null> {
  const { db, store } = device.replica
  const bill = await readBill(db, store, orderId)
  const settings = await readSettings(db, store)
  if (bill === null || settings === null) return null
  const { service, rules } = bill.order
  const { zone, cutoverHour } = settings
  const facts = await readMenuFacts(db, store, menuItemId, bill.order)
  return {
    facts: { ...facts, parts: await readParts(device, facts.parts) },
    terms: { service, mode: rules.mode, now: device.now(), settings: { zone, cutoverHour } },
  }
}

/** What a combo may be made of: a part whose ingredients are used up is offered as any other that is 86. [STOCK10] */
async function readParts(
  device: Pick<DeviceStore, 'replica' | 'history' | 'now'>,
  parts: MenuFacts['parts'],
): Promise<MenuFacts['parts']> {
  if (parts.length === 0) return parts
  const missing = new Set((await readMissing(device)).map(({ id }) => id))
  return parts.map((part) => (missing.has(part.id) ? { ...part, available: false } : part))
}
