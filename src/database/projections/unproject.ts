import type { Tx } from '#database/schema.ts'
import { places, statement } from '#database/statement.ts'

const IDS_A_STATEMENT = 400

/** Where an entity of a type has rows, and the column with its id. Records are only ever written over. */
const ROWS_OF: { readonly [type: string]: readonly (readonly [table: string, column: string])[] } = {
  order: [['orders', 'id']],
  item: [['order_items', 'id']],
  payment: [
    ['payments', 'id'],
    ['refunds', 'payment_id'],
  ],
}

/** Takes away the rows of these orders, items and payments: before they are projected anew. */
export async function unproject(
  tx: Tx,
  store: string,
  refs: readonly { readonly type: string; readonly id: string }[],
): Promise<void> {
  for (const [type, tables] of Object.entries(ROWS_OF)) {
    const ids = refs.filter((ref) => ref.type === type).map(({ id }) => id)
    for (let start = 0; start < ids.length; start += IDS_A_STATEMENT) {
      const part = ids.slice(start, start + IDS_A_STATEMENT)
      for (const [table, column] of tables) {
        const text = `delete from ${table} where store = ? and ${column} in ${places(part)}`
        await statement(text, [store, ...part]).execute(tx)
      }
    }
  }
}
