import { readDayRows, type Ref } from '#database/queries/day-rows.ts'
import type { Db } from '#database/schema.ts'
import { places, statement } from '#database/statement.ts'
import { entityKey } from '#database/entities.ts'

const ROWS_A_PAGE = 1_000

/** Events that say to which day an order, or to which order a line or payment belongs. */
const TELLING = ['order_opened', 'item_added', 'item_moved', 'payment_requested', 'payment_taken']

/**
 * Every entity that belongs to a business date: by the tables, wrong as they may be, and by the journal. The journal
 * is read from its beginning: no index leads from a line to its order, and this is done once in a blue moon.
 */
export async function refsOfDay(db: Db, store: string, businessDate: string): Promise<readonly Ref[]> {
  const refs = new Map<string, Ref>()
  const add = (ref: Ref): void => void refs.set(entityKey(ref.type, ref.id), ref)
  const { refs: tabled } = await readDayRows(db, store, businessDate)
  tabled.forEach(add)
  const parts: { readonly ref: Ref; readonly orderId: string }[] = []
  const orders = new Set<string>()
  for await (const { ref, told } of tellings(db, store)) {
    if (told.businessDate === businessDate && ref.type === 'order') orders.add(ref.id)
    if (told.orderId !== undefined) parts.push({ ref, orderId: told.orderId })
  }
  for (const id of orders) add({ type: 'order', id })
  for (const { ref, orderId } of parts) if (orders.has(orderId)) add(ref)
  return [...refs.values()]
}

interface Told {
  readonly orderId?: string
  readonly businessDate?: string
}

async function* tellings(db: Db, store: string): AsyncGenerator<{ readonly ref: Ref; readonly told: Told }> {
  const text = `select n, ent_type, ent_id, payload from journal
    where store = ? and n > ? and folded = 1 and type in ${places(TELLING)} order by n limit ${ROWS_A_PAGE}`
  let after = 0
  for (;;) {
    const { rows } = await statement<{
      readonly n: number
      readonly ent_type: string
      readonly ent_id: string
      readonly payload: string
    }>(text, [store, after, ...TELLING]).execute(db)
    for (const { n, ent_type, ent_id, payload } of rows) {
      after = n
      // Folded, so it fits its schema.
      yield { ref: { type: ent_type, id: ent_id }, told: JSON.parse(payload) as Told }
    }
    if (rows.length < ROWS_A_PAGE) return
  }
}
