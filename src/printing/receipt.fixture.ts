import { minor } from '#domain/money/money.ts'
import type { Sale, SoldLine, SoldPayment } from '#domain/order/sale.ts'
import type { Payment } from '#domain/payment/payment.ts'
import type { ReceiptInput } from './receipt.ts'

/** A bistro's bill with accents, a long name, two rates and cash with change. For tests of paper. */
export function receiptInput(changes: Partial<ReceiptInput> = {}): ReceiptInput {
  return {
    sale: sale(),
    number: 'A-042',
    table: 'Terrasse 4',
    covers: 2,
    waiter: 'Inés Peña',
    settings: {
      name: 'Café Comanda',
      address: '12 rue de la Paix\n75002 Paris',
      taxNumber: 'FR 40 303 265 045',
      currency: { code: 'EUR', exponent: 2 },
      zone: 'Europe/Paris',
      receiptFooter: 'Merci et à bientôt!\nWi-Fi: comanda-guest',
    },
    payments: [payment('p1', 'cash', 3000, 5000), payment('p2', 'card', 2330, 2330)],
    copy: 0,
    locale: 'en-IE',
    ...changes,
  }
}

/** A dish on the bill. */
export function soldLine(name: string, qty: number, unitPrice: number): SoldLine {
  return {
    itemId: `item-${name}`,
    menuItemId: `menu-${name}`,
    name,
    categoryId: 'food',
    qty,
    unitPrice: minor(unitPrice),
    amount: minor(qty * unitPrice),
    discounts: [],
    discount: minor(0),
    charge: minor(0),
    tax: minor(0),
    taxes: [],
    relief: minor(0),
    total: minor(qty * unitPrice),
  }
}

export function sale(changes: Partial<Sale> = {}): Sale {
  return {
    closeId: 'p2',
    closedAt: Date.UTC(2026, 10, 22, 20, 5),
    closedBy: 'ana',
    businessDate: '2026-11-22',
    hour: 21,
    currency: 'EUR',
    covers: 2,
    service: 'dine_in',
    tableId: 't1',
    waiter: 'ana',
    lines: [
      soldLine('Crème brûlée', 2, 750),
      soldLine('Jalapeño & piña tostada with slow-roasted heirloom tomatoes', 1, 1430),
      soldLine('Entrecôte, sauce au poivre', 1, 1950),
      soldLine('Espresso', 2, 225),
    ],
    voids: [],
    payments: [soldPayment('p1', 'cash', 3000), soldPayment('p2', 'card', 2330)],
    basis: '',
    subtotal: minor(5330),
    discounts: [],
    discount: minor(0),
    charges: [],
    charge: minor(0),
    relief: minor(0),
    net: minor(4845),
    tax: minor(485),
    total: minor(5330),
    taxes: [{ id: 't10', name: 'VAT', ratePpm: 100_000, inclusive: true, net: minor(4845), tax: minor(485) }],
    ...changes,
  }
}

function payment(id: string, method: 'cash' | 'card', amount: number, tendered: number): Payment {
  return {
    id,
    status: 'taken',
    checkId: null,
    methodName: '',
    tip: minor(0),
    tipFor: null,
    rounding: minor(0),
    shiftId: null,
    reference: '',
    capturedAt: null,
    refunds: [],
    voided: null,
    orderId: 'o1',
    method,
    amount: minor(amount),
    tendered: minor(tendered),
    change: minor(tendered - amount),
    takenAt: Date.UTC(2026, 10, 22, 20, 4),
    takenBy: 'u1',
    businessDate: '2026-11-22',
  }
}

/** A payment as the sale keeps it. */
export function soldPayment(paymentId: string, method: string, amount: number): SoldPayment {
  return { paymentId, method, methodName: '', amount: minor(amount), tip: minor(0), rounding: minor(0) }
}
