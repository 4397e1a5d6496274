import type { MenuFacts } from '#domain/context.ts'
import type { EntityType } from '#domain/event/envelope.ts'
import type { DomainEvent, Draft } from '#domain/event/event.ts'
import type { ItemAdded, ItemEvent, ItemVoided, Preparation } from '#domain/item/item.ts'
import type { MenuItem } from '#domain/menu/menu.ts'
import { minor } from '#domain/money/money.ts'
import type { Authority, Guest, OrderEvent, OrderOpened } from '#domain/order/order.ts'
import type { Sale } from '#domain/order/sale.ts'
import type { Method, PaymentTaken } from '#domain/payment/payment.ts'
import type { PricingRules } from '#domain/pricing/pricing.ts'
import type { LineStock } from '#domain/stock/recipe.ts'
import type { Settings } from '#domain/store/settings.ts'
import type { LineTax } from '#domain/tax/tax.ts'

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

/** The rules for money that `SETTINGS` give an order. */
export const RULES: PricingRules = { scope: 'rate', mode: 'half_up', rounded: 'tax', charges: [] }

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

/** A menu of tea. */
export const MENU: MenuFacts = {
  item: TEA,
  groups: [],
  parts: [],
  categories: [],
  taxes: [{ ...VAT_23, active: true }],
  priceLists: [],
  areaId: null,
}

export const TABLE = { id: 't1', name: '1', areaId: 'inside', seats: 4, position: 1, active: true }

export const NOBODY: Guest = { name: '', contact: '', address: '' }

/** The waiter at noon, without reason or approval, unless a test says more. */
export function authority(over: Partial<Authority> = {}): Authority {
  return { by: 'ana', approvedBy: null, reason: '', at: NOON, ...over }
}

export function fact(type: EntityType, id: string, event: DomainEvent): Draft {
  return { ent: { type, id }, event }
}

export function onOrder(event: OrderEvent, id = ORDER): Draft {
  return fact('order', id, event)
}

export function onItem(id: string, event: ItemEvent): Draft {
  return fact('item', id, event)
}

/** The facts of an order, as a till would have written them. Each takes what the test is about and nothing else. */
export function opened(over: Partial<OrderOpened> = {}, id = ORDER): Draft {
  return onOrder(
    {
      type: 'order_opened',
      payload: {
        number: 'A-001',
        service: 'dine_in',
        tableId: 't1',
        covers: 2,
        guest: NOBODY,
        dueAt: null,
        businessDate: DATE,
        openedAt: NOON,
        openedBy: 'ana',
        rules: RULES,
        ...over,
      },
    },
    id,
  )
}

export function coversSet(covers: number): Draft {
  return onOrder({ type: 'order_covers_set', payload: { covers } })
}

/** Ten per cent off, given by the waiter alone, unless a test says otherwise. */
export function cancelled(reason = '', over: Partial<Authority> = {}): Draft {
  return onOrder({ type: 'order_cancelled', payload: authority({ reason, ...over }) })
}

export function closed(sale: Sale, id = ORDER): Draft {
  return onOrder({ type: 'order_closed', payload: { sale } }, id)
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
      variant: '',
      variantId: '',
      categoryId: 'hot',
      stationId: 'bar',
      unitPrice: minor(250),
      priceFrom: 'menu',
      modifiers: [],
      weight: null,
      combo: null,
      pieces: 1,
      taxes: [VAT_23],
      qty: 1,
      note: '',
      seat: 0,
      course: 0,
      held: false,
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

export function sent(id: string, sentAt = NOON, stock?: LineStock): Draft {
  const used = stock === undefined ? {} : { stock }
  return onItem(id, { type: 'item_sent', payload: { sentAt, sentBy: 'ana', ...used } })
}

export function prepared(id: string, preparation: Preparation, at = NOON): Draft {
  return onItem(id, { type: 'item_preparation_set', payload: { preparation, at } })
}

/** Taken off before it was sent. */
export function removed(id: string, by = 'ana'): Draft {
  return onItem(id, { type: 'item_voided', payload: { kind: 'removed', qty: null, ...authority({ by }) } })
}

/** The whole line, cooked and thrown away because it went to the wrong table, unless a test says otherwise. */
export function voided(id: string, over: Partial<ItemVoided> = {}): Draft {
  const payload: ItemVoided = { kind: 'wasted', qty: null, ...authority({ reason: 'wrong table' }), ...over }
  return onItem(id, { type: 'item_voided', payload })
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
      checkId: null,
      method,
      methodName: '',
      amount: minor(amount),
      tip: minor(0),
      tipFor: null,
      rounding: minor(0),
      tendered: minor(amount),
      change: minor(0),
      shiftId: null,
      reference: '',
      takenAt: NOON,
      takenBy: 'ana',
      businessDate: DATE,
      ...over,
    },
  })
}

export function paymentVoided(id: string, over: Partial<Authority> = {}): Draft {
  return fact('payment', id, {
    type: 'payment_voided',
    payload: authority({ by: 'rui', reason: 'typed twice', ...over }),
  })
}

/** A sale of teas at 2.50 with nothing but what a test names. */
export function saleOf(over: Partial<Sale> = {}): Sale {
  return {
    closeId: 'p1',
    closedAt: NOON,
    closedBy: 'ana',
    businessDate: DATE,
    hour: 12,
    currency: 'EUR',
    covers: 2,
    service: 'dine_in',
    tableId: 't1',
    waiter: 'ana',
    lines: [],
    voids: [],
    payments: [],
    basis: '',
    subtotal: minor(0),
    discounts: [],
    discount: minor(0),
    charges: [],
    charge: minor(0),
    relief: minor(0),
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
  const amount = minor(qty * unitPrice)
  return {
    itemId,
    menuItemId: name.toLowerCase(),
    name,
    categoryId: 'hot',
    qty,
    unitPrice: minor(unitPrice),
    amount,
    discounts: [],
    discount: minor(0),
    charge: minor(0),
    tax: minor(0),
    taxes: [],
    relief: minor(0),
    total: amount,
  }
}
