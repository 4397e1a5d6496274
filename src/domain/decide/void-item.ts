import type { Of } from '#domain/command/command.ts'
import type { Context } from '#domain/context.ts'
import type { Draft } from '#domain/event/event.ts'
import type { Item } from '#domain/item/item.ts'
import type { Authority } from '#domain/order/order.ts'
import { authorityFor } from './authority.ts'
import { itemDraft } from './drafts.ts'
import { linesNamed } from './lines.ts'
import { isDecision, openBill } from './open-bill.ts'
import { reject, type Decision } from './reject.ts'
import { unlessPaid } from './still-paid.ts'

/** Voids a line that was sent, or so many of it. [VOID1] [VOID2] [ITEM8] */
export function voidItem(command: Of<'void_item'>, context: Context): Decision {
  const bill = openBill(context)
  if (isDecision(bill)) return bill
  const { itemId, kind, reason } = command
  const lines = linesNamed(bill, itemId)
  const [first] = lines
  if (first === undefined) return reject('unknown_item', 'ITEM8')
  if (!lines.some((line) => line.status === 'sent')) return reject('item_not_sent', 'ITEM8')
  const { qty = first.qty } = command
  if (!Number.isSafeInteger(qty) || qty < 1 || qty > first.qty) return reject('bad_qty', 'VOID2')
  const asked = { action: 'void_sent_item', subjects: [itemId], reason, reasonRule: 'ITEM8' } as const
  const authority = authorityFor(context, asked)
  if (!authority.ok) return authority
  return unlessPaid(
    bill,
    lines.map((line) => voidDraft(line, kind, qty, authority.value)),
  )
}

/** A part of a combo that the kitchen does not have yet is no void: it is taken off, or there is less of it. */
function voidDraft(line: Item, kind: 'unmade' | 'wasted', qty: number, authority: Authority): Draft {
  if (line.status === 'new' && qty < line.qty) {
    return itemDraft(line.id, { type: 'item_qty_set', payload: { qty: line.qty - qty } })
  }
  const how = line.status === 'new' ? 'removed' : kind
  const payload = { kind: how, qty: qty < line.qty ? qty : null, ...authority } as const
  return itemDraft(line.id, { type: 'item_voided', payload })
}
