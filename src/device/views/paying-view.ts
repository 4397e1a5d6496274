import { isTipPercents } from '#domain/store/settings-checks.ts'
import { TIP_PERCENTS } from '#domain/store/settings.ts'
import { readRecords, readSettings } from '#database/queries/records.ts'
import type { Db } from '#database/schema.ts'
import type { PayingView } from '#device/messages/paying-view.ts'

/** The store's own discounts by name, its shares of tip, and its ways to pay in the order it wants them. */
export async function readPayingView(db: Db, store: string): Promise<PayingView> {
  const discounts = await readRecords(db, store, 'discount')
  const settings = await readSettings(db, store)
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
    // What comes from elsewhere may be anything.
    tipPercents: isTipPercents(settings?.tipPercents) ? (settings?.tipPercents ?? []) : TIP_PERCENTS,
  }
}
