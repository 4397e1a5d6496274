import { packedCost, packedQuantity } from '#domain/stock/typed-quantity.ts'
import type { StockItemView, WasteableView } from '#device/messages/stock-views.ts'
import { parseAmount } from '#i18n/money.ts'

/** What is typed for one ingredient: "2.5" bottles and "400" ml, and what all of it cost. */
export interface Typed {
  readonly packs: string
  readonly loose: string
  readonly cost: string
}

/** An ingredient on a sheet; without what it costs and what there is, for whoever may not see that. */
export type EntryItem = WasteableView & Partial<Pick<StockItemView, 'packCost' | 'level'>>

export const NOTHING_TYPED: Typed = { packs: '', loose: '', cost: '' }

export interface Entry {
  /** Null: left empty, or wrong. */
  readonly qty: number | null
  readonly wrong: boolean
  /** Which of the two is wrong; of two good ones that come to too much, the packs. */
  readonly wrongField: 'packs' | 'loose' | null
  /** In minor units: as typed, else at what a pack costs. */
  readonly cost: number
  readonly wrongCost: boolean
}

/** Thousandths of packs, and of units. */
const DECIMALS = 3

type Pack = Pick<EntryItem, 'packName' | 'packSize' | 'packCost'>

/** Whether it is counted in packs as well as loose. */
export function hasPack({ packName, packSize }: Pick<Pack, 'packName' | 'packSize'>): boolean {
  return packName !== '' && packSize > 0
}

export function entryOf({ packs, loose, cost }: Typed, pack: Pack, exponent: number): Entry {
  const isEmpty = packs.trim() === '' && loose.trim() === ''
  const typed = [packs, loose].map((text) => (text.trim() === '' ? 0 : parseAmount(text, DECIMALS)))
  const [many, some] = typed
  const qty =
    many === null || many === undefined || some === null || some === undefined
      ? null
      : packedQuantity(many, some, pack.packSize)
  const paid = cost.trim() === '' ? null : parseAmount(cost, exponent)
  const wrong = !isEmpty && qty === null
  return {
    qty: isEmpty ? null : qty,
    wrong,
    wrongField: wrong ? (some === null ? 'loose' : 'packs') : null,
    cost: paid ?? packedCost(qty ?? 0, pack.packSize, pack.packCost ?? 0),
    wrongCost: cost.trim() !== '' && paid === null,
  }
}
