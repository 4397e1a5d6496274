import { sum, type Minor } from '#domain/money/money.ts'
import type { TaxTotal } from '#domain/tax/tax.ts'

interface Figures {
  readonly subtotal: Minor
  readonly discount: Minor
  readonly charge: Minor
  readonly relief: Minor
  readonly taxes: readonly TaxTotal[]
  readonly total: Minor
  readonly lines: readonly { readonly amount: Minor; readonly total: Minor }[]
}

/** I7: lines − discounts + charges + tax on top − relief = total, and the lines are the bill; null if so. */
export function addsUp({ subtotal, discount, charge, relief, taxes, total, lines }: Figures): string | null {
  const onTop = sum(taxes.filter(({ inclusive }) => !inclusive).map(({ tax }) => tax))
  if (subtotal - discount + charge + onTop - relief !== total) return 'its figures are not its total'
  if (sum(lines.map((line) => line.total)) !== total) return 'its lines are not its total'
  return sum(lines.map((line) => line.amount)) === subtotal ? null : 'its lines are not its subtotal'
}
