import type { Command } from '#domain/command.ts'
import type { Context } from '#domain/context.ts'
import type { Item, ItemEvent } from '#domain/item/item.ts'
import { NOTE_LENGTH_MAX, QTY_MAX } from '#domain/limits.ts'
import type { MenuItem } from '#domain/menu/menu.ts'
import { isMinor } from '#domain/money/money.ts'
import type { LineTax } from '#domain/money/tax.ts'
import { fitsTotal } from '#domain/order/bill.ts'
import { ok } from '#domain/result.ts'
import { isDecision, openBill } from './orders.ts'
import { reject, type Decision } from './reject.ts'

type Of<T extends Command['type']> = Extract<Command, { type: T }>

/** Copies price, taxes and names onto the line, so that a later menu change never moves it. [ITEM1] [ITEM9] */
export function addItem(command: Of<'add_item'>, context: Context): Decision {
  const bill = openBill(context)
  if (isDecision(bill)) return bill
  if (bill.items.some((item) => item.id === command.itemId)) return ok([])
  const { menuItem } = context
  if (menuItem === null || !menuItem.active || !isWhole(menuItem)) return reject('unknown_menu_item', 'ITEM1')
  if (!menuItem.available) return reject('item_sold_out', 'ITEM5')
  if (!isQty(command.qty)) return reject('bad_qty', 'ITEM6')
  if (command.note.length > NOTE_LENGTH_MAX) return reject('note_too_long', 'ITEM2')
  if (!fitsTotal(bill, menuItem.price * command.qty)) return reject('total_too_large', 'BILL2')
  return itemEvent(command.itemId, {
    type: 'item_added',
    payload: {
      orderId: command.orderId,
      menuItemId: menuItem.id,
      name: menuItem.name,
      categoryId: menuItem.categoryId,
      stationId: menuItem.stationId,
      unitPrice: menuItem.price,
      taxes: lineTaxes(menuItem.taxIds, context),
      qty: command.qty,
      note: command.note,
      addedAt: context.now,
      addedBy: context.actor.id,
    },
  })
}

/** A quantity is free until the item is sent; after that only adding and voiding change it. [ITEM4] [ITEM6] */
export function setItemQty(command: Of<'set_item_qty'>, context: Context): Decision {
  const item = unsentItem(command.itemId, context)
  if ('ok' in item) return item
  if (!isQty(command.qty)) return reject('bad_qty', 'ITEM6')
  const bill = context.bill
  if (bill === null || !fitsTotal(bill, item.unitPrice * (command.qty - item.qty))) {
    return reject('total_too_large', 'BILL2')
  }
  return itemEvent(item.id, { type: 'item_qty_set', payload: { qty: command.qty } })
}

/** [ITEM2] [ITEM4] */
export function setItemNote(command: Of<'set_item_note'>, context: Context): Decision {
  const item = unsentItem(command.itemId, context)
  if ('ok' in item) return item
  if (command.note.length > NOTE_LENGTH_MAX) return reject('note_too_long', 'ITEM2')
  return itemEvent(item.id, { type: 'item_note_set', payload: { note: command.note } })
}

/** Before sending nobody cooked it: it is removed, and still recorded. [ITEM7] */
export function removeItem(command: Of<'remove_item'>, context: Context): Decision {
  const item = unsentItem(command.itemId, context)
  if ('ok' in item) return item
  return itemEvent(item.id, {
    type: 'item_voided',
    payload: { kind: 'removed', reason: '', by: context.actor.id },
  })
}

/** [ITEM8] */
export function voidItem(command: Of<'void_item'>, context: Context): Decision {
  const bill = openBill(context)
  if (isDecision(bill)) return bill
  const item = bill.items.find((one) => one.id === command.itemId)
  if (item === undefined || item.status === 'voided') return reject('unknown_item', 'ITEM8')
  if (item.status === 'new') return reject('item_not_sent', 'ITEM8')
  if (command.reason.trim() === '') return reject('reason_missing', 'ITEM8')
  if (command.reason.length > NOTE_LENGTH_MAX) return reject('note_too_long', 'ITEM2')
  return itemEvent(item.id, {
    type: 'item_voided',
    payload: { kind: 'void', reason: command.reason.trim(), by: context.actor.id },
  })
}

function unsentItem(itemId: string, context: Context): Item | Decision {
  const bill = openBill(context)
  if (isDecision(bill)) return bill
  const item = bill.items.find((one) => one.id === itemId)
  if (item === undefined || item.status === 'voided') return reject('unknown_item', 'ITEM4')
  return item.status === 'new' ? item : reject('item_already_sent', 'ITEM4')
}

function itemEvent(id: string, event: ItemEvent): Decision {
  return ok([{ ent: { type: 'item', id }, event }])
}

function lineTaxes(taxIds: readonly string[], context: Context): readonly LineTax[] {
  return context.taxes
    .filter((tax) => tax.active && taxIds.includes(tax.id))
    .map(({ id, name, ratePpm, inclusive }) => ({ id, name, ratePpm, inclusive }))
}

/** A record is whatever fields have arrived so far; a line copies only from one that has all it needs. */
function isWhole(menuItem: { readonly [field in keyof MenuItem]?: unknown }): boolean {
  const { name, categoryId, stationId, price, taxIds } = menuItem
  const named = [name, categoryId, stationId].every((text) => typeof text === 'string')
  return named && isMinor(price) && price >= 0 && Array.isArray(taxIds)
}

function isQty(qty: number): boolean {
  return Number.isSafeInteger(qty) && qty >= 1 && qty <= QTY_MAX
}
