import type { DomainEvent, Draft } from '#domain/event/event.ts'
import type { EntityType } from '#domain/event/envelope.ts'
import type { ItemAdded, ItemEvent, Preparation } from '#domain/item/item.ts'
import type { MenuItem } from '#domain/menu/menu.ts'
import { minor } from '#domain/money/money.ts'
import type { LineTax } from '#domain/money/tax.ts'
import type { OrderEvent, OrderOpened, Sale } from '#domain/order/order.ts'
import type { Method, PaymentTaken } from '#domain/payment/payment.ts'
import type { Settings } from '#domain/store/settings.ts'

/** Friday 20 November 2026, 12:00 in Lisbon (UTC+0 in winter). */
export const NOON = Date.UTC(2026, 10, 20, 12)
export const DATE = '2026-11-20'
const ORDER = 'o1'

export const SETTINGS: Settings = {
  name: 'Café Comanda',
  address: 'Rua da Prova 1',
  taxNumber: '500000000',
  currency: { code: 'EUR', exponent: 2 },
  zone: 'Europe/Lisbon',
  cutoverHour: 4,
  taxScope: 'rate',
  taxRounding: 'half_up',
  receiptPrinterId: 'printer-1',
  receiptFooter: '',
}

export const VAT_23: LineTax = { id: 'vat-23', name: 'IVA 23%', ratePpm: 230_000, inclusive: true }

export const TEA: MenuItem & { readonly id: string } = {
  id: 'tea',
  name: 'Tea',
  categoryId: 'hot',
  stationId: 'bar',
  price: minor(250),
  taxIds: ['vat-23'],
  position: 1,
  picture: '',
  available: true,
  active: true,
}

export const TABLE = { id: 't1', name: '1', areaId: 'inside', seats: 4, position: 1, active: true }

function fact(type: EntityType, id: string, event: DomainEvent): Draft {
  return { ent: { type, id }, event }
}

function onOrder(event: OrderEvent): Draft {
  return fact('order', ORDER, event)
}

function onItem(id: string, event: ItemEvent): Draft {
  return fact('item', id, event)
}

/** The facts of an order, as a till would have written them. Each takes what the test is about and nothing else. */
export function opened(over: Partial<OrderOpened> = {}): Draft {
  return onOrder({
    type: 'order_opened',
    payload: {
      number: 'A-001',
      service: 'dine_in',
      tableId: 't1',
      covers: 2,
      businessDate: DATE,
      openedAt: NOON,
      openedBy: 'ana',
      ...over,
    },
  })
}

export function coversSet(covers: number): Draft {
  return onOrder({ type: 'order_covers_set', payload: { covers } })
}

export function cancelled(reason = ''): Draft {
  return onOrder({ type: 'order_cancelled', payload: { reason } })
}

export function closed(sale: Sale): Draft {
  return onOrder({ type: 'order_closed', payload: { sale } })
}

export function receiptAsked(copy: number, printerId = 'printer-1'): Draft {
  return onOrder({ type: 'receipt_requested', payload: { printerId, copy } })
}

export function added(id: string, over: Partial<ItemAdded> = {}): Draft {
  return onItem(id, {
    type: 'item_added',
    payload: {
      orderId: ORDER,
      menuItemId: 'tea',
      name: 'Tea',
      categoryId: 'hot',
      stationId: 'bar',
      unitPrice: minor(250),
      taxes: [VAT_23],
      qty: 1,
      note: '',
      addedAt: NOON,
      addedBy: 'ana',
      ...over,
    },
  })
}

export function qtySet(id: string, qty: number): Draft {
  return onItem(id, { type: 'item_qty_set', payload: { qty } })
}

export function noteSet(id: string, note: string): Draft {
  return onItem(id, { type: 'item_note_set', payload: { note } })
}

export function sent(id: string, sentAt = NOON): Draft {
  return onItem(id, { type: 'item_sent', payload: { sentAt, sentBy: 'ana' } })
}

export function prepared(id: string, preparation: Preparation, at = NOON): Draft {
  return onItem(id, { type: 'item_preparation_set', payload: { preparation, at } })
}

export function removed(id: string, by = 'ana'): Draft {
  return onItem(id, { type: 'item_voided', payload: { kind: 'removed', reason: '', by } })
}

export function voided(id: string, reason = 'wrong table', by = 'ana'): Draft {
  return onItem(id, { type: 'item_voided', payload: { kind: 'void', reason, by } })
}

export function taken(
  id: string,
  amount: number,
  method: Method = 'cash',
  over: Partial<PaymentTaken> = {},
): Draft {
  return fact('payment', id, {
    type: 'payment_taken',
    payload: {
      orderId: ORDER,
      method,
      amount: minor(amount),
      tendered: minor(amount),
      change: minor(0),
      takenAt: NOON,
      takenBy: 'ana',
      businessDate: DATE,
      ...over,
    },
  })
}

export function paymentVoided(id: string, reason = 'typed twice'): Draft {
  return fact('payment', id, { type: 'payment_voided', payload: { reason, by: 'rui' } })
}

/** A sale of teas at 2.50 with nothing but what a test names. */
export function saleOf(over: Partial<Sale> = {}): Sale {
  return {
    closedAt: NOON,
    businessDate: DATE,
    hour: 12,
    currency: 'EUR',
    lines: [],
    payments: [],
    subtotal: minor(0),
    net: minor(0),
    tax: minor(0),
    total: minor(0),
    taxes: [],
    ...over,
  }
}

/** A line as a sale keeps it. */
export function soldLine(
  itemId: string,
  qty: number,
  unitPrice: number,
  name = 'Tea',
): Sale['lines'][number] {
  return {
    itemId,
    menuItemId: name.toLowerCase(),
    name,
    categoryId: 'hot',
    qty,
    unitPrice: minor(unitPrice),
    amount: minor(qty * unitPrice),
  }
}
