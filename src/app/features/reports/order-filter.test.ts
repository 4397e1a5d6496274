import type { OrderRow } from '#device/messages.ts'
import { expect, test } from 'vitest'
import { filterOrders, ORDER_FILTERS } from './order-filter.ts'

function row(number: string, more: Partial<OrderRow>): OrderRow {
  return {
    orderId: number,
    number,
    tableName: null,
    service: 'dine_in',
    waiter: 'Ana',
    status: 'closed',
    sale: null,
    review: [],
    ...more,
  }
}

const ORDERS = [row('A-001', {}), row('A-002', { status: 'open' }), row('A-003', { review: ['overpaid'] })]

test('each filter shows its orders and keeps their order', () => {
  const numbers = ORDER_FILTERS.map((filter) => filterOrders(ORDERS, filter).map((one) => one.number))
  expect(numbers).toEqual([['A-001', 'A-002', 'A-003'], ['A-003'], ['A-002']])
})
