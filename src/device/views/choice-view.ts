import { readBill } from '#database/queries/bill.ts'
import { readSettings } from '#database/queries/records.ts'
import type { Db } from '#database/schema.ts'
import type { ChoiceView } from '#device/messages.ts'
import { readMenuFacts } from '#sync/facts/menu-facts.ts'

/** What a guest may choose of an item on this order: the very facts that the command will be decided by. */
export async function readChoiceView(
  db: Db,
  store: string,
  now: number,
  { orderId, menuItemId }: { readonly orderId: string; readonly menuItemId: string },
): Promise<ChoiceView | null> {
  const bill = await readBill(db, store, orderId)
  const settings = await readSettings(db, store)
  if (bill === null || settings === null) return null
  const { service, rules } = bill.order
  const { zone, cutoverHour } = settings
  return {
    facts: await readMenuFacts(db, store, menuItemId, bill.order),
    terms: { service, mode: rules.mode, now, settings: { zone, cutoverHour } },
  }
}
