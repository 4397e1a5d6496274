import type { Item } from '#domain/item/item.ts'
import type { Minor } from '#domain/money/money.ts'
import { lineAmount, liveItems } from './bill.ts'
import type { SoldLine } from './sale.ts'

/** A line as it was sold and as it stands now; null where it is not there. */
export interface LateLine {
  readonly itemId: string
  readonly name: string
  readonly sold: LineVersion | null
  readonly now: LineVersion | null
}

export interface LineVersion {
  readonly qty: number
  /** Before discounts, in minor units. */
  readonly amount: Minor
}

/** Line by line, not by sum: one dish swapped for another of the same price is a change too. [REVIEW1] */
export function lateLines(sold: readonly SoldLine[], items: readonly Item[]): readonly LateLine[] {
  const standing = liveItems(items)
  const changed = standing.filter((item) => !sold.some((line) => isAsSold(item, line)))
  const gone = sold.filter(({ itemId }) => !standing.some(({ id }) => id === itemId))
  return [
    ...changed.map((item): LateLine => {
      const line = sold.find(({ itemId }) => itemId === item.id)
      return {
        itemId: item.id,
        name: item.name,
        sold: line === undefined ? null : version(line),
        now: versionNow(item),
      }
    }),
    ...gone.map((line): LateLine => ({
      itemId: line.itemId,
      name: line.name,
      sold: version(line),
      now: null,
    })),
  ]
}

function isAsSold(item: Item, line: SoldLine): boolean {
  return item.id === line.itemId && item.qty === line.qty && lineAmount(item) === line.amount
}

function version({ qty, amount }: SoldLine): LineVersion {
  return { qty, amount }
}

function versionNow(item: Item): LineVersion {
  return { qty: item.qty, amount: lineAmount(item) }
}
