import type { Day } from '#domain/day/day.ts'
import type { Shift } from '#domain/shift/shift.ts'
import { readEntities } from '#database/entities.ts'
import type { Ref } from '#database/queries/day-rows.ts'
import { readBookRefs } from '#database/queries/history-refs.ts'
import { hasOrdersClosedOn, readBesideOrders } from '#database/queries/prune.ts'
import type { Db, Tx } from '#database/schema.ts'
import { letGo, readWritable } from './let-go.ts'
import type { Round } from './orders.ts'

/** What a business date has beside its orders: a drawer, a check-out, a stock document, its Z. */
export interface Beside extends Ref {
  readonly date: string
}

/** In the order in which it goes: by date. The last Zs, and those that numbers go on from, stay. [SNAP1] */
export async function readBeside(db: Db, store: string, since: string): Promise<readonly Beside[]> {
  const books = new Set((await readBookRefs(db, store)).map(({ id }) => id))
  const all = await readBesideOrders(db, store, since)
  return all.filter(({ type, id }) => type !== 'day' || !books.has(id))
}

/** Lets go of one of them, if nothing is to be done about it. A Z stays as long as an order that it counts. */
export async function letGoBeside(tx: Tx, store: string, one: Beside, round: Round): Promise<boolean> {
  const { type, id, date } = one
  const refs = [{ type, id }]
  const [entity] = (await readWritable(tx, store, refs)) ?? []
  if (entity === undefined) return false
  if (type === 'shift' && (entity.state as Shift).status === 'open') return false
  if (type === 'day') return !(await hasOrdersClosedOn(tx, store, date)) && letGo(tx, store, refs, round)
  return (await isDayOver(tx, store, date, round)) && letGo(tx, store, refs, round)
}

async function isDayOver(
  tx: Tx,
  store: string,
  date: string,
  { booksSince, urgent }: Round,
): Promise<boolean> {
  if (urgent || date < booksSince) return true
  const [day] = (await readEntities(tx, store, [{ type: 'day', id: date }])).values()
  return ((day?.state ?? null) as Day | null)?.closed?.number !== undefined
}
