import type { Db, Tx } from '#database/schema.ts'

/** A line whose price is still to be held against the menu, and the device that said it. */
export interface PriceDue {
  readonly id: string
  readonly dev: string
}

/** In the transaction that journals them: none is forgotten, whatever happens next. */
export async function notePriceDue(tx: Tx, store: string, lines: readonly PriceDue[]): Promise<void> {
  if (lines.length === 0) return
  await tx
    .insertInto('price_due')
    .values(lines.map(({ id, dev }) => ({ store, id, dev })))
    .onConflict((conflict) =>
      conflict.columns(['store', 'id']).doUpdateSet((eb) => ({ dev: eb.ref('excluded.dev') })),
    )
    .execute()
}

export async function readPriceDue(db: Db, store: string, max: number): Promise<readonly PriceDue[]> {
  return db
    .selectFrom('price_due')
    .select(['id', 'dev'])
    .where('store', '=', store)
    .orderBy('id')
    .limit(max)
    .execute()
}

export async function deletePriceDue(db: Db, store: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await db.deleteFrom('price_due').where('store', '=', store).where('id', 'in', ids).execute()
}
