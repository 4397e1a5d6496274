import { NOON, saleOf, soldLine, VAT_23 } from '../support/facts.ts'
import { openBillOf } from '../support/bills.ts'
import { opened } from '../support/facts.ts'
import { soldPayment } from '../support/shift-facts.ts'
import { minor } from '#domain/money/money.ts'

/**
 * A closed order's state as text in three pieces, for a database to fill in: its id stands between the first two, what
 * it comes to between the last. `@A` and `@B` are dishes, `"@H"` its hour.
 */
export function saleTemplate(businessDate: string): {
  readonly before: string
  readonly between: string
  readonly after: string
} {
  const line = (dish: string, id: string) => ({
    ...soldLine(id, 1, 750, `Dish ${dish}`),
    menuItemId: `item-${dish}`,
    categoryId: `category-${dish.slice(-1)}`,
  })
  const sale = saleOf({
    businessDate,
    closedAt: NOON,
    waiter: 'w3',
    tableId: 't3',
    lines: [line('@A', 'i1'), line('@B', 'i2')],
    payments: [soldPayment('p@A', 1_500, 'card')],
    subtotal: minor(1_500),
    net: minor(1_220),
    tax: minor(280),
    total: minor(1_500),
    taxes: [{ ...VAT_23, net: minor(1_220), tax: minor(280) }],
  })
  const { order } = openBillOf(opened({ businessDate }))
  const state = { ...order, id: '@ID', status: 'closed', sale: { ...sale, hour: '@H', total: '@T' } }
  const [before = '', rest = ''] = JSON.stringify(state).split('@ID')
  const [between = '', after = ''] = rest.split('"@T"')
  return { before, between, after }
}
