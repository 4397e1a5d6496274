import { z } from 'zod'
import type { OrderEvent } from '#domain/order/order.ts'
import { VOID_KINDS } from '#domain/item/item.ts'
import { METHODS } from '#domain/payment/payment.ts'
import {
  amount,
  authority,
  count,
  covers,
  date,
  id,
  idOrNone,
  name,
  note,
  printerId,
  qty,
  time,
  type PayloadSchemas,
} from './fields.ts'
import {
  appliedCharges,
  appliedDiscounts,
  discount,
  pricingRules,
  service,
  taxParts,
  taxTotal,
} from './pricing.ts'

const guest = { name, contact: name, address: note }

const check = z.object({
  id,
  name,
  shares: z
    .array(z.object({ itemId: id, parts: z.int().min(1).max(9_999), of: z.int().min(1).max(9_999) }))
    .max(2_000),
  seats: z.array(z.int().min(0).max(999)).max(999),
  amount: amount.nullable(),
})

const soldLine = z.object({
  itemId: id,
  menuItemId: id,
  name,
  categoryId: idOrNone,
  qty,
  unitPrice: amount,
  amount,
  discounts: appliedDiscounts,
  discount: amount,
  charge: amount,
  tax: amount,
  taxes: taxParts,
  relief: amount,
  total: amount,
})

const voidedLine = z.object({
  itemId: id,
  menuItemId: id,
  name,
  kind: z.enum(VOID_KINDS),
  qty,
  amount,
  reason: note,
  by: id,
  approvedBy: id.nullable(),
})

const soldPayment = z.object({
  paymentId: id,
  method: z.enum(METHODS),
  methodName: name,
  amount,
  tip: amount,
  rounding: amount,
})

/** A check as its receipt tells it. */
export const soldCheck = z.object({
  id,
  name,
  at: time,
  currency: z.string().length(3),
  lines: z.array(z.object({ name, parts: count, of: count, amount })).max(5_000),
  subtotal: amount,
  discount: amount,
  charge: amount,
  relief: amount,
  taxes: z.array(taxTotal),
  tax: amount,
  total: amount,
  payments: z.array(soldPayment.extend({ tendered: amount, change: amount })),
})

/** What is to pay of an order, as its bill tells it. */
export const billed = z.object({ bill: soldCheck, due: amount })

const sale = z.object({
  closeId: id,
  closedAt: time,
  closedBy: id,
  businessDate: date,
  hour: z.int().min(0).max(23),
  currency: z.string().length(3),
  covers,
  service,
  tableId: id.nullable(),
  waiter: id,
  lines: z.array(soldLine),
  voids: z.array(voidedLine),
  payments: z.array(soldPayment),
  basis: z.string().max(500_000),
  subtotal: amount,
  discounts: appliedDiscounts,
  discount: amount,
  charges: appliedCharges,
  charge: amount,
  relief: amount,
  net: amount,
  tax: amount,
  total: amount,
  taxes: z.array(taxTotal),
})

const exempt = z.union([z.literal('all'), z.array(id).max(50)])

export const orderPayloads: PayloadSchemas<OrderEvent> = {
  order_opened: z.object({
    number: z.string().min(1).max(20),
    service,
    tableId: id.nullable(),
    covers,
    guest: z.object(guest),
    dueAt: time.nullable(),
    businessDate: date,
    openedAt: time,
    openedBy: id,
    rules: pricingRules,
  }),
  order_covers_set: z.object({ covers }),
  order_table_set: z.object({ tableId: id.nullable() }),
  order_guest_set: z.object({ ...guest, dueAt: time.nullable() }),
  order_service_set: z.object({ service }),
  order_transferred: authority.extend({ to: id }),
  order_discounted: discount,
  order_discount_removed: authority.extend({ id }),
  order_charge_set: authority.extend({ chargeId: id, amount: amount.nullable() }),
  order_charge_waived: authority.extend({ chargeId: id, waived: z.boolean() }),
  order_exempted: authority.extend({ exempt }),
  order_split: z.object({ checks: z.array(check).max(200) }),
  order_merged: authority.extend({ into: id }),
  order_unmerged: authority.extend({ from: id }),
  order_closed: z.object({ sale }),
  order_reopened: authority.extend({ closeId: id }),
  order_cancelled: authority,
  order_billed: billed.extend({ printerId }),
  receipt_requested: z.object({
    printerId,
    copy: count,
    check: soldCheck.exactOptional(),
  }),
}
