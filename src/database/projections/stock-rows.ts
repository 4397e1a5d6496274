import type { Item } from '#domain/item/item.ts'
import { LOSS_EFFECTS } from '#domain/item/void-effects.ts'
import type { StockDocument } from '#domain/stock/stock.ts'
import type { Entity } from '#database/entities.ts'
import type { StockMoveRow } from '#database/schema.ts'
import { storableText } from '#database/storable.ts'

/** Whether rows of stock may follow from an entity, or may have followed from it before. */
export function movesStock({ type, state }: Pick<Entity, 'type' | 'state'>): boolean {
  if (type === 'stock') return true
  return type === 'item' && state !== null && (state as Item).sentAt !== null
}

export function stockRows(
  store: string,
  { type, id, state }: Pick<Entity, 'type' | 'id' | 'state'>,
): readonly StockMoveRow[] {
  if (state === null) return []
  if (type === 'item') return itemRows({ store, source_type: 'item', source: id }, state as Item)
  if (type !== 'stock') return []
  return documentRows({ store, source_type: 'stock', source: id }, state as StockDocument)
}

type Source = Pick<StockMoveRow, 'store' | 'source_type' | 'source'>
type Move = Omit<StockMoveRow, keyof Source | 'id'>

function rowOf(source: Source, move: Move): StockMoveRow {
  const ingredient_id = storableText(move.ingredient_id)
  return { ...source, id: `${source.source} ${ingredient_id} ${move.kind}`, ...move, ingredient_id }
}

/** What stands is used, what was cooked and thrown away is wasted, and what nobody made is back. [VOID1] [STOCK3] */
function itemRows(source: Source, item: Item): readonly StockMoveRow[] {
  if (item.stock === undefined || item.sentAt === null) return []
  const { date, uses } = item.stock
  const wasted = item.voids
    .filter(({ kind }) => LOSS_EFFECTS[kind].stock === 'used')
    .reduce((all, { qty }) => all + qty, 0)
  const at = item.sentAt
  return (
    [
      ['used', item.qty],
      ['wasted', wasted],
    ] as const
  ).flatMap(([kind, units]) => {
    if (units === 0) return []
    return uses.map(([ingredient_id, qty, worth]) => {
      return rowOf(source, { ingredient_id, kind, date, at, qty: -qty * units, worth: -worth * units })
    })
  })
}

function documentRows(source: Source, document: StockDocument): readonly StockMoveRow[] {
  if (document.takenBack !== null) return []
  const { kind, date, at } = document
  const sign = kind === 'wasted' ? -1 : 1
  return document.lines.map(({ ingredientId, qty, worth }) => {
    // Nothing wasted is 0, not -0: engines write that differently.
    const signed = (value: number): number => (value === 0 ? 0 : sign * value)
    return rowOf(source, {
      ingredient_id: ingredientId,
      kind,
      date,
      at,
      qty: signed(qty),
      worth: signed(worth),
    })
  })
}
