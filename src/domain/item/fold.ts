import type { Item, ItemEvent } from './item.ts'

/**
 * An item after one more event. Total. A void beats every edit, whichever came first; a quantity is free only
 * until the item is sent, so a late edit from a device that had not seen the sending is not applied. [ITEM3] [ITEM4]
 */
export function foldItem(id: string, item: Item | null, event: ItemEvent): Item | null {
  if (event.type === 'item_added') return item ?? added(id, event.payload)
  if (item === null || item.status === 'voided') return item
  switch (event.type) {
    case 'item_qty_set':
      return item.status === 'new' ? { ...item, qty: event.payload.qty } : item
    case 'item_note_set':
      return item.status === 'new' ? { ...item, note: event.payload.note } : item
    case 'item_sent':
      if (item.status === 'sent') return item
      return {
        ...item,
        status: 'sent',
        sentAt: event.payload.sentAt,
        sentBy: event.payload.sentBy,
        preparation: 'pending',
      }
    case 'item_preparation_set':
      if (item.status === 'new') return item
      return { ...item, preparation: event.payload.preparation, preparedAt: event.payload.at }
    case 'item_voided':
      return { ...item, status: 'voided', voided: event.payload }
  }
}

function added(id: string, payload: Extract<ItemEvent, { type: 'item_added' }>['payload']): Item {
  return {
    ...payload,
    id,
    status: 'new',
    sentAt: null,
    sentBy: null,
    preparation: null,
    preparedAt: null,
    voided: null,
  }
}
