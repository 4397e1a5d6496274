import { STOCK_QTY_MAX } from '#domain/limits.ts'
import { times } from '#domain/money/whole.ts'
import { cappedRatio } from './capped.ts'

const THOUSANDTHS = 1_000
/** More than any delivery: it is refused where it is saved. */
const COST_MAX = 1_000_000_000_000

/**
 * What packs and loose units come to, in thousandths of the unit: "two and a half bottles and 400 ml". Both are
 * thousandths of what was typed. Null: more than there can be.
 */
export function packedQuantity(packs: number, loose: number, packSize: number): number | null {
  const packed = cappedRatio(times(packs, packSize), THOUSANDTHS, STOCK_QTY_MAX + 1)
  const qty = packed + loose
  return qty > STOCK_QTY_MAX ? null : qty
}

/** What so much costs at the price of a pack, in minor units: what a delivery's line is offered as. */
export function packedCost(qty: number, packSize: number, packCost: number): number {
  return packSize <= 0 ? 0 : cappedRatio(times(qty, packCost), packSize, COST_MAX)
}
