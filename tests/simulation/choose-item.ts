import type { Command } from '#domain/command/command.ts'
import { PREPARATIONS, type Item } from '#domain/item/item.ts'
import type { Bill } from '#domain/order/bill.ts'
import { someDiscount } from './choose-order.ts'
import type { ItemDoing } from './doings.ts'
import { burgerModifiers } from './menu.ts'
import type { Random } from './random.ts'

const OF_SENT: readonly ItemDoing[] = ['prepare', 'void', 'changed']
const OF_ANY: readonly ItemDoing[] = ['move', 'discount_item', 'comp']

/** `other` is another open order; `met`: somebody else is at this one, too. */
export function changeItem(
  doing: ItemDoing,
  bill: Bill,
  { other, met }: { readonly other: string | null; readonly met: boolean },
  random: Random,
): Command | null {
  const wanted: Item['status'] = OF_SENT.includes(doing) || (met && doing === 'move') ? 'sent' : 'new'
  const any = OF_ANY.includes(doing) && !met
  const fitting = bill.items.filter(({ status }) => any || status === wanted)
  // The newest lines are the ones several people have on their screens.
  const items = (fitting.length > 0 ? fitting : bill.items).slice(met ? -1 : -3)
  if (items.length === 0) return null
  const item = random.pick(items)
  if (doing === 'prepare') return prepare(bill, random.chance(0.3) ? items : [item], random)
  if (doing === 'move') return other === null ? null : moveTo(other, bill, item)
  return changeOne(doing, bill.order.id, item, random)
}

function prepare({ order }: Bill, items: readonly Item[], random: Random): Command {
  const itemIds = items.map(({ id }) => id)
  return { type: 'set_preparation', orderId: order.id, itemIds, preparation: random.pick(PREPARATIONS) }
}

function moveTo(to: string, { order }: Bill, item: Item): Command {
  return { type: 'move_items', orderId: order.id, itemIds: [item.id], to, reason: 'changed seats' }
}

type OneDoing = Exclude<ItemDoing, 'prepare' | 'move'>

function changeOne(doing: OneDoing, orderId: string, item: Item, random: Random): Command {
  const itemId = item.id
  switch (doing) {
    case 'qty':
      return { type: 'set_item_qty', orderId, itemId, qty: item.weight === null ? random.int(1, 9) : 1 }
    case 'note':
      return { type: 'set_item_note', orderId, itemId, note: random.id('note') }
    case 'modifiers':
      return {
        type: 'choose_modifiers',
        orderId,
        itemId,
        ...(item.modifiers.length > 0 ? { modifiers: burgerModifiers(random) } : {}),
        ...(item.variantId === '' ? {} : { variantId: random.pick(['small', 'large']) }),
      }
    case 'place': {
      const later = random.chance(0.5) ? { course: random.int(0, 2), held: random.chance(0.5) } : {}
      return { type: 'place_item', orderId, itemId, seat: random.int(0, 3), ...later }
    }
    case 'remove':
      return { type: 'remove_item', orderId, itemId }
    case 'void': {
      const part = item.qty > 1 && random.chance(0.6) ? { qty: random.int(1, item.qty - 1) } : {}
      const kind = random.pick(['wasted', 'unmade'] as const)
      return { type: 'void_item', kind, orderId, itemId, reason: 'cold', ...part }
    }
    case 'discount_item':
      return { type: 'discount_item', orderId, itemId, ...someDiscount(random) }
    case 'comp':
      return { type: 'comp_item', orderId, itemId, reason: 'birthday' }
    case 'changed':
      return { type: 'change_sent_item', orderId, itemId, note: random.id('changed') }
  }
}
