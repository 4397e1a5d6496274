import { readRecords } from '#database/queries/records.ts'
import type { Db } from '#database/schema.ts'
import type { PayingView } from '#device/messages.ts'

/** The store's own discounts by name, and its ways to pay in the order it wants them. */
export async function readPayingView(db: Db, store: string): Promise<PayingView> {
  const discounts = await readRecords(db, store, 'discount')
  const methods = await readRecords(db, store, 'payment_method')
  return {
    discounts: discounts
      .filter(({ active }) => active)
      .map(({ id, name, how, on }) => ({ id, name, how, on }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    methods: methods
      .filter(({ active }) => active)
      .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
      .map(({ id, name, kind }) => ({ id, name, kind })),
  }
}
