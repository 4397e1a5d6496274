import { randomUUID } from 'node:crypto'
import { readEntities } from '#database/entities.ts'
import { readRecord } from '#database/queries/records.ts'
import { NAME_LENGTH_MAX } from '#domain/limits.ts'
import type { Item } from '#domain/item/item.ts'
import type { PriceDoubt } from '#domain/menu/price-doubt.ts'
import { ok } from '#domain/result.ts'
import type { Hub } from '#server/hub.ts'

/** Once for each price of a line, whichever process of a cloud, or the hub below it, looked. [REVIEW12] */
export async function writeDown(
  hub: Hub,
  { id, addedBy, unitPrice }: Item,
  dev: string,
  doubt: PriceDoubt,
): Promise<void> {
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
      // Chosen anew or voided meanwhile: that is looked at by itself.
      if (item?.unitPrice !== unitPrice || item.status === 'voided') return ok([])
      if (item.doubt?.unitPrice === unitPrice) return ok([])
      const payload = { unitPrice, ...doubt, ...named }
      return ok([{ ent: { type: 'item', id }, event: { type: 'item_price_doubted', payload } }])
    },
  })
  if (written.ok) hub.announce(written.value)
}
