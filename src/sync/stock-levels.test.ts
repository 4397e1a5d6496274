import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NOON, record, STORE, write } from '../../tests/contract/cafe.ts'
import { itemEvents, stockEvents } from '../../tests/support/arbitraries.ts'
import { chain, openReplica } from '../../tests/support/replicas.ts'
import { canonicalJson } from '#domain/event/canonical.ts'
import type { Envelope } from '#domain/event/envelope.ts'
import type { Draft } from '#domain/event/event.ts'
import { hlcOf } from '#domain/event/hlc.ts'
import type { Item } from '#domain/item/item.ts'
import type { StockDocument } from '#domain/stock/stock.ts'
import { readEntitiesOf } from '#database/entities.ts'
import { readStockLevels } from '#database/queries/stock.ts'
import type { Db } from '#database/schema.ts'

const events = fc.oneof(
  itemEvents('i1'),
  itemEvents('i2'),
  stockEvents('s1'),
  stockEvents('s2'),
  stockEvents('s3'),
)
const log = fc.array(fc.record({ draft: events, ms: fc.integer({ min: 1, max: 12 }) }), { maxLength: 12 })

function logOf(dev: string, said: readonly { readonly draft: Draft; readonly ms: number }[]) {
  return chain(
    dev,
    said.map(({ draft: { ent, event }, ms }) => ({
      hlc: hlcOf(ms, 0),
      entType: ent.type,
      entId: ent.id,
      type: event.type,
      payload: canonicalJson(event.payload),
    })),
  )
}

interface Move {
  readonly place: string
  readonly kind: 'count' | 'move'
  readonly qty: number
}

/** Everything that happened to an ingredient, straight from the entities: no table, no sum, no index. */
async function movesOf(db: Db, ingredient: string): Promise<readonly Move[]> {
  const items = (await readEntitiesOf(db, STORE, 'item')).flatMap(({ state }) => {
    const item = state as Item | null
    // An ingredient a till named twice counts once, as it was named last.
    const use = item?.stock?.uses.findLast(([id]) => id === ingredient)
    if (item?.stock === undefined || use === undefined || item.sentAt === null) return []
    const wasted = item.voids.reduce((all, { kind, qty }) => all + (kind === 'wasted' ? qty : 0), 0)
    const place = `${item.stock.date} ${item.sentAt}`
    return { place, kind: 'move', qty: -use[1] * (item.qty + wasted) } as const
  })
  const documents = (await readEntitiesOf(db, STORE, 'stock')).flatMap(({ id, state }) => {
    const document = state as StockDocument | null
    const line = document?.lines.findLast(({ ingredientId }) => ingredientId === ingredient)
    if (document === null || line === undefined || document.takenBack !== null) return []
    const place = `${document.date} ${document.at}`
    if (document.kind === 'counted') return { place: `${place} ${id}`, kind: 'count', qty: line.qty } as const
    return { place, kind: 'move', qty: document.kind === 'wasted' ? -line.qty : line.qty } as const
  })
  return [...items, ...documents]
}

function levelAfter(moves: readonly Move[]): number {
  const counts = moves.filter(({ kind }) => kind === 'count').sort((a, b) => (a.place < b.place ? -1 : 1))
  const last = counts.at(-1)
  // The time of the count itself: what has the same is before it.
  const since = last?.place.split(' ').slice(0, 2).join(' ') ?? ''
  return moves
    .filter(({ kind, place }) => kind === 'move' && place > since)
    .reduce((all, { qty }) => all + qty, last?.qty ?? 0)
}

async function levelsOf(logs: readonly (readonly Envelope[])[], pieces: number) {
  const replica = await openReplica('server')
  const names = ['beans', 'milk'].map((id) => record('ingredient', id, { name: id, active: true }))
  await write(replica, 'ingredients', names)
  const longest = Math.max(...logs.map((one) => one.length))
  for (let start = 0; start < longest; start += pieces) {
    await replica.ingest(
      logs.flatMap((one) => one.slice(start, start + pieces)),
      NOON,
    )
  }
  const rows = await readStockLevels(replica.db, STORE)
  const levels = rows.map(({ id, level }) => [id, level] as const)
  const expected: (readonly [string, number])[] = []
  for (const id of ['beans', 'milk']) expected.push([id, levelAfter(await movesOf(replica.db, id))])
  await replica.db.destroy()
  return { levels, expected }
}

test('[STOCK5] [STOCK9] levels are those of the facts alone, in whatever order and pieces they arrive', async () => {
  await fc.assert(
    fc.asyncProperty(fc.tuple(log, log), fc.integer({ min: 1, max: 5 }), async ([a, b], pieces) => {
      const logs = [logOf('a', a), logOf('b', b)]
      const { levels, expected } = await levelsOf(logs, pieces)
      expect(levels).toEqual(expected)
      expect((await levelsOf(logs.toReversed(), 100)).levels).toEqual(levels)
    }),
    { numRuns: 40 },
  )
}, 20_000)
