import type { OrderEvent } from '#domain/order/order.ts'
import type { StoryFact } from '#device/messages/history-views.ts'
import { allowed, fact } from './fact.ts'
import type { StoryNames } from './names.ts'

/** What happened to an order as a whole. */
export function orderFacts(event: OrderEvent, names: StoryNames): readonly StoryFact[] {
  switch (event.type) {
    case 'order_opened': {
      const { number, covers, service, tableId, guest } = event.payload
      const opened = fact('opened', { name: number, count: covers, service })
      const at = tableId === null ? [] : [fact('table', { name: names.table(tableId) })]
      return [opened, ...at, ...(guest.name === '' ? [] : [fact('guest', { name: guest.name })])]
    }
    case 'order_covers_set':
      return [fact('covers', { count: event.payload.covers })]
    case 'order_table_set': {
      const { tableId } = event.payload
      return [tableId === null ? fact('noTable') : fact('table', { name: names.table(tableId) })]
    }
    case 'order_guest_set':
      return [fact('guest', { name: event.payload.name })]
    case 'order_service_set':
      return [fact('service', { service: event.payload.service })]
    case 'order_transferred':
      return [fact('transferred', { name: names.person(event.payload.to), ...allowed(event.payload, names) })]
    case 'order_split': {
      const { length } = event.payload.checks
      return [length === 0 ? fact('unsplit') : fact('split', { count: length })]
    }
    case 'order_merged':
      return [
        fact('merged', { name: names.orderNumber(event.payload.into), ...allowed(event.payload, names) }),
      ]
    case 'order_unmerged':
      return [
        fact('unmerged', { name: names.orderNumber(event.payload.from), ...allowed(event.payload, names) }),
      ]
    case 'order_closed':
      return [fact('closed', { amount: event.payload.sale.total })]
    case 'order_reopened':
      return [fact('reopened', allowed(event.payload, names))]
    case 'order_cancelled':
      return [fact('cancelled', allowed(event.payload, names))]
    case 'order_billed':
      return [fact('billed', { amount: event.payload.due })]
    case 'receipt_requested': {
      const { copy, check } = event.payload
      if (check === undefined) return [copy === 0 ? fact('receipt') : fact('copy', { count: copy })]
      // The rest has no name of its own.
      const said = { name: check.name, amount: check.total, count: copy }
      return [fact(copy === 0 ? 'checkReceipt' : 'checkCopy', said)]
    }
    default:
      return priceFacts(event, names)
  }
}

type PriceEvent = Extract<
  OrderEvent,
  {
    type:
      | 'order_discounted'
      | 'order_discount_removed'
      | 'order_charge_set'
      | 'order_charge_waived'
      | 'order_exempted'
  }
>

function priceFacts(event: PriceEvent, names: StoryNames): readonly StoryFact[] {
  const said = allowed(event.payload, names)
  switch (event.type) {
    case 'order_discounted':
      return [fact('discounted', { name: event.payload.name, ...said })]
    case 'order_discount_removed':
      return [fact('discountRemoved', { name: names.discount(event.payload.id), ...said })]
    case 'order_charge_set': {
      const { chargeId, amount } = event.payload
      const what = amount === null ? 'chargeCleared' : 'chargeSet'
      return [fact(what, { name: names.charge(chargeId), amount, ...said })]
    }
    case 'order_charge_waived': {
      const { chargeId, waived } = event.payload
      const what = waived ? 'chargeWaived' : 'chargeRestored'
      return [fact(what, { name: names.charge(chargeId), ...said })]
    }
    case 'order_exempted':
      return [fact(event.payload.exempt.length === 0 ? 'taxed' : 'exempted', said)]
  }
}
