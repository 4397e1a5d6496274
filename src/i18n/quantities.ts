import { decimalText } from './money.ts'

export type QuantityUnit = 'g' | 'ml' | 'piece'

/** Quantities are kept in thousandths of their unit. */
const DECIMALS = 3
/** From so many thousandths on, a thousand grams are a kilogram. */
const BIG = 1_000_000
const BIG_DECIMALS = 6

const NAMES = { g: ['gram', 'kilogram'], ml: ['milliliter', 'liter'] } as const

/** `quantityFormat` of one quantity: "850 ml", "1.25 kg", "12". Pieces are a number: the ingredient says of what. */
export function quantityFormat(locale: string): (qty: number, unit: QuantityUnit) => string {
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const of = (unit: string): Intl.NumberFormat =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 2 })
  const formats = { g: NAMES.g.map(of), ml: NAMES.ml.map(of) } as const
  return (qty, unit) => {
    if (unit === 'piece') return plain.format(decimalText(qty, DECIMALS))
    const [small, big] = formats[unit]
    const isBig = Math.abs(qty) >= BIG
    return ((isBig ? big : small) ?? plain).format(decimalText(qty, isBig ? BIG_DECIMALS : DECIMALS))
  }
}

/** A quantity as it is typed: "12.5" of the unit, without zeros that say nothing. */
export function quantityText(qty: number): string {
  return decimalText(qty, DECIMALS).replace(/\.?0+$/, '')
}
