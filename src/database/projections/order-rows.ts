import type { Item } from '#domain/item/item.ts'
import type { Order } from '#domain/order/order.ts'
import type { Payment } from '#domain/payment/payment.ts'
import type { OrderItemRow, OrderRow, PaymentRow, RefundRow } from '#database/schema.ts'
import { foldWords } from './fold-words.ts'

export function orderRow(store: string, order: Order): OrderRow {
  return {
    store,
    id: order.id,
    number: order.number,
    service: order.service,
    table_id: order.tableId,
    covers: order.covers,
    business_date: order.businessDate,
    opened_at: order.openedAt,
    opened_by: order.openedBy,
    status: order.status,
    closed_at: order.sale?.closedAt ?? null,
    closed_date: order.sale?.businessDate ?? null,
    total: order.sale?.total ?? null,
    // What was sold or cancelled by itself counts for nobody else.
    merged_into: order.status === 'merged' ? order.mergedInto : null,
    waiter: order.waiter,
    due_at: order.dueAt,
    found_by: foldWords(`${order.number} ${order.guest.name} ${order.guest.contact}`),
  }
}

export function orderItemRow(store: string, item: Item): OrderItemRow {
  return {
    store,
    id: item.id,
    order_id: item.orderId,
    menu_item_id: item.menuItemId,
    name: item.name,
    station_id: item.stationId,
    unit_price: item.unitPrice,
    qty: item.qty,
    note: item.note,
    status: item.status,
    preparation: item.preparation,
    sent_at: item.sentAt,
    prepared_at: item.preparedAt,
  }
}

export function paymentRow(store: string, payment: Payment): PaymentRow {
  return {
    store,
    id: payment.id,
    order_id: payment.orderId,
    method: payment.method,
    amount: payment.amount,
    status: payment.status,
    taken_at: payment.takenAt,
    business_date: payment.businessDate,
    shift_id: payment.shiftId,
  }
}

export function refundRows(store: string, payment: Payment): readonly RefundRow[] {
  return payment.refunds.map((refund) => ({
    store,
    // Only unique within its payment: another till could have said the same id of another one.
    id: `${payment.id} ${refund.refundId}`,
    payment_id: payment.id,
    order_id: payment.orderId,
    method: refund.method,
    amount: refund.amount,
    business_date: refund.businessDate,
    shift_id: refund.shiftId,
    given_at: refund.at,
  }))
}
