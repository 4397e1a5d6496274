import type { Of } from '#domain/command/command.ts'
import type { Context } from '#domain/context.ts'
import type { Draft } from '#domain/event/event.ts'
import type { ItemAdded } from '#domain/item/item.ts'
import { NOTE_LENGTH_MAX } from '#domain/limits.ts'
import { inOrder, isAllergens } from '#domain/menu/allergens.ts'
import { configure } from '#domain/menu/configure.ts'
import type { MenuLine } from '#domain/menu/menu-line.ts'
import { isCourse, isSeat } from '#domain/menu/menu-shape.ts'
import { reconfigure } from '#domain/menu/reconfigure.ts'
import { fitsTotal } from '#domain/order/bill.ts'
import { ok } from '#domain/result.ts'
import { authorize } from '#domain/staff/authorize.ts'
import { itemDraft } from './drafts.ts'
import { isQty } from './lines.ts'
import { isDecision, openBill } from './open-bill.ts'
import { reject, type Decision } from './reject.ts'
import { unlessPaid } from './still-paid.ts'

type AddItem = Of<'add_item'>

/**
 * Copies price, taxes and names onto the line, so that a later menu change never moves it; a combo becomes a line for
 * each of its parts. What the menu asks is checked by `configure`. [ITEM1] [ITEM9] [COMBO2] [OPEN2]
 */
export function addItem(command: AddItem, context: Context): Decision {
  const bill = openBill(context)
  if (isDecision(bill)) return bill
  const { itemId, menuItemId, qty } = command
  if (bill.items.some((item) => item.id === itemId || item.combo?.id === itemId)) return ok([])
  const { settings, menu, now } = context
  if (settings === null) return reject('store_not_ready', 'ORDER1')
  if (menu.item?.id !== menuItemId) return reject('unknown_menu_item', 'ITEM1')
  const refused = badLine(command)
  if (refused !== null) return refused
  const { service, rules } = bill.order
  const lines = configure(command, menu, { service, mode: rules.mode, now, settings })
  if (!lines.ok) return lines
  if (qty !== 1 && lines.value.some((line) => line.weight !== null)) return reject('bad_qty', 'WEIGHT1')
  const unit = lines.value.reduce((all, line) => all + line.unitPrice, 0)
  if (!fitsTotal(bill, unit * qty)) return reject('total_too_large', 'BILL2')
  const authorized = allowPrice(command, context)
  if (!authorized.ok) return authorized
  const { by, approvedBy } = authorized.value
  const added = { addedAt: now, addedBy: by, ...(approvedBy === null ? {} : { approvedBy }) }
  const isCombo = (menu.item.slots ?? []).length > 0
  const combo = isCombo ? { id: itemId, menuItemId, name: menu.item.name } : null
  return ok(lineDrafts(command, lines.value, combo, added))
}

/** Chosen anew, before the kitchen has it: modifiers and price change together. [ITEM4] [MOD12] */
export function chooseModifiers(command: Of<'choose_modifiers'>, context: Context): Decision {
  const bill = openBill(context)
  if (isDecision(bill)) return bill
  const item = bill.items.find((one) => one.id === command.itemId)
  if (item === undefined || item.status === 'voided') return reject('unknown_item', 'ITEM4')
  if (item.status !== 'new') return reject('item_already_sent', 'ITEM4')
  const { settings, menu, now } = context
  if (settings === null) return reject('store_not_ready', 'ORDER1')
  const { service, rules } = bill.order
  const chosen = reconfigure(item, command, menu, { service, mode: rules.mode, now, settings })
  if (!chosen.ok) return chosen
  const more = (chosen.value.unitPrice - item.unitPrice) * item.qty
  if (!fitsTotal(bill, more)) return reject('total_too_large', 'BILL2')
  return unlessPaid(bill, [itemDraft(item.id, { type: 'item_modifiers_set', payload: chosen.value })])
}

/** [ITEM2] [ITEM6] [MENU3] [ALLERGY1] */
function badLine({ qty, note, allergies = [], seat = 0, course = 0 }: AddItem): Decision | null {
  if (!isQty(qty)) return reject('bad_qty', 'ITEM6')
  if (note.length > NOTE_LENGTH_MAX) return reject('note_too_long', 'ITEM2')
  if (!isAllergens(allergies)) return reject('bad_allergy', 'ALLERGY1')
  if (!isSeat(seat)) return reject('bad_seat', 'MENU3')
  if (!isCourse(course)) return reject('bad_course', 'MENU3')
  return null
}

/** Only a typed price needs a right of its own. [OPEN2] */
function allowPrice(command: AddItem, context: Context) {
  if (command.openPrice === undefined) return ok({ by: context.actor.id, approvedBy: null })
  return authorize(context, 'open_price', [command.itemId], { value: command.openPrice, aloneMax: null })
}

/** The parts of a combo get ids made from the line's: a retry makes the same ones. */
function lineDrafts(
  command: AddItem,
  lines: readonly MenuLine[],
  combo: ItemAdded['combo'],
  added: Pick<ItemAdded, 'addedAt' | 'addedBy' | 'approvedBy'>,
): readonly Draft[] {
  const { orderId, itemId, qty, note, allergies = [], seat = 0, held = false } = command
  const warned = allergies.length === 0 ? {} : { allergies: inOrder(allergies) }
  return lines.map((line, index) => {
    const course = command.course ?? line.course
    const payload = { ...line, orderId, combo, qty, note, ...warned, seat, course, held, ...added }
    return itemDraft(combo === null ? itemId : `${itemId}-${index + 1}`, { type: 'item_added', payload })
  })
}
