import type { ItemEvent } from '#domain/item/item.ts'
import type { StoryFact } from '#device/messages/history-views.ts'
import { allowed, fact } from './fact.ts'
import type { StoryNames } from './names.ts'

/** What happened to a line. Its taxes follow from the service, which is told by itself. */
export function itemFacts(id: string, event: ItemEvent, names: StoryNames): readonly StoryFact[] {
  const { name, ordered } = names.line(id)
  const lines = [`${ordered} × ${name}`]
  switch (event.type) {
    case 'item_added':
      return [fact('added', { lines: [`${event.payload.qty} × ${name}`] })]
    case 'item_qty_set':
      return [fact('qty', { lines: [`${event.payload.qty} × ${name}`] })]
    case 'item_note_set':
      return [fact('note', { lines, name: event.payload.note })]
    case 'item_changed':
      return [fact('changed', { lines, name: event.payload.note })]
    case 'item_allergies_set': {
      // Ids: the screen has the words.
      const { added, removed } = event.payload
      return [
        ...(added.length === 0 ? [] : [fact('allergies', { lines, name: added.join(' ') })]),
        ...(removed.length === 0 ? [] : [fact('allergiesOff', { lines, name: removed.join(' ') })]),
      ]
    }
    case 'item_modifiers_set':
      return [fact('options', { lines, name: event.payload.modifiers.map((one) => one.name).join(', ') })]
    case 'item_place_set': {
      const { held } = event.payload
      return [fact(held === undefined ? 'placed' : held ? 'held' : 'unheld', { lines })]
    }
    case 'item_moved': {
      const to = names.orderNumber(event.payload.orderId)
      return [fact('moved', { lines, name: to, ...allowed(event.payload, names) })]
    }
    case 'item_taxes_set':
      return []
    case 'item_discounted': {
      const { kind, name: discount } = event.payload
      const what = kind === 'comp' ? 'comped' : 'lineDiscounted'
      return [fact(what, { lines, name: discount, ...allowed(event.payload, names) })]
    }
    case 'item_discount_removed': {
      const discount = names.discount(event.payload.id)
      return [fact('lineDiscountRemoved', { lines, name: discount, ...allowed(event.payload, names) })]
    }
    case 'item_sent':
      return [fact('sent', { lines })]
    case 'item_preparation_set':
      return [fact(event.payload.preparation, { lines })]
    case 'item_price_doubted':
      return [fact('doubted', { lines, amount: event.payload.asked, name: event.payload.device })]
    case 'item_price_settled':
      return [fact('settled', { lines, amount: event.payload.unitPrice, ...allowed(event.payload, names) })]
    case 'item_voided': {
      const { kind, qty } = event.payload
      return [fact(kind, { lines: [`${qty ?? ordered} × ${name}`], ...allowed(event.payload, names) })]
    }
  }
}
