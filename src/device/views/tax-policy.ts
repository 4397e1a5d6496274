import type { TaxPolicy } from '#domain/money/tax.ts'
import { readSettings } from '#database/queries/records.ts'
import type { Db } from '#database/schema.ts'

/** How the store rounds taxes; before the settings have arrived nothing can be sold, so the default is only shown. */
export async function readTaxPolicy(db: Db, store: string): Promise<TaxPolicy> {
  const settings = await readSettings(db, store)
  return { scope: settings?.taxScope ?? 'rate', mode: settings?.taxRounding ?? 'half_up' }
}
