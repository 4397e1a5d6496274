import type { Db } from '#database/schema.ts'
import { statement } from '#database/statement.ts'

/** An event of a log that gave a line its price: the line and the event's place. */
export interface PricedLine {
  readonly id: string
  readonly seq: number
}

/** The lines that got a price from `since` on, between two places of one log, after `from` and up to `to`, in its order. */
export async function readPricedLines(
  db: Db,
  store: string,
  dev: string,
  { from, to, since }: { readonly from: number; readonly to: number; readonly since: number },
): Promise<readonly PricedLine[]> {
  const text = `select ent_id as id, seq from journal where store = ? and dev = ? and seq > ? and seq <= ?
    and wall + off_ms >= ? and type in ('item_added', 'item_modifiers_set') order by seq`
  const { rows } = await statement<PricedLine>(text, [store, dev, from, to, since]).execute(db)
  return rows
}
