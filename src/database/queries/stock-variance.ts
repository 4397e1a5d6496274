import type { Db } from '#database/schema.ts'
import { statement } from '#database/statement.ts'

/** An ingredient's last count and an earlier one, with what moved between them; quantities as moves have them. */
export interface CountedTwiceRow {
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly pack_size: number
  readonly pack_cost: number
  readonly opened_at: number
  readonly opening: number
  readonly counted_at: number
  readonly counted: number
  readonly received: number
  readonly used: number
  readonly wasted: number
}

/**
 * Every active ingredient that was counted twice, by name. `since` null: from the count before its last; else from its
 * first count on or after that business date. Whole days come from their sums, and only the days of the two counts
 * move by move. [STOCK12]
 */
export async function readCountedTwice(
  db: Db,
  store: string,
  since: string | null,
): Promise<readonly CountedTwiceRow[]> {
  const text = `select i.id, i.name, i.unit, i.pack_size, i.pack_cost, o.at as opened_at, o.qty as opening,
      c.at as counted_at, c.qty as counted, ${movedOf('received')} as received, ${movedOf('used')} as used,
      ${movedOf('wasted')} as wasted
    from ingredients i
    join stock_moves c on c.store = i.store and c.id = (${countOf('', 'desc')})
    join stock_moves o on o.store = i.store and o.id = (${countOf(since === null ? EARLIER : EARLIER_SINCE, since === null ? 'desc' : 'asc')})
    where i.store = ? and i.active = 1 order by i.name, i.id`
  const values = since === null ? [store] : [since, store]
  return (await statement<CountedTwiceRow>(text, values).execute(db)).rows
}

const EARLIER = 'and (l.date, l.at, l.id) < (c.date, c.at, c.id)'
const EARLIER_SINCE = `${EARLIER} and l.date >= ?`

function countOf(which: string, order: 'asc' | 'desc'): string {
  return `select l.id from stock_moves l where l.store = i.store and l.ingredient_id = i.id and l.kind = 'counted'
    ${which} order by l.date ${order}, l.at ${order}, l.id ${order} limit 1`
}

/** A count tells what is there after all that has its own moment: so does a level. [STOCK5] */
function movedOf(kind: 'received' | 'used' | 'wasted'): string {
  return `cast(coalesce((select sum(d.qty) from stock_days d where d.store = i.store and d.ingredient_id = i.id
        and d.kind = '${kind}' and d.date > o.date and d.date < c.date), 0)
      + coalesce((select sum(m.qty) from stock_moves m where m.store = i.store and m.ingredient_id = i.id
        and m.kind = '${kind}' and m.date in (o.date, c.date) and (m.date > o.date or m.at > o.at)
        and (m.date < c.date or m.at <= c.at)), 0) as bigint)`
}
