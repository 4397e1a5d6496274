import type { Of } from '#domain/command/command.ts'
import type { Context } from '#domain/context.ts'
import type { Item } from '#domain/item/item.ts'
import { COURSE_MAX, SEAT_MAX, SENDING_MAX } from '#domain/limits.ts'
import { fitsTotal, lineAmount, type Bill } from '#domain/order/bill.ts'
import { ok } from '#domain/result.ts'
import { authorityFor } from './authority.ts'
import { itemDraft } from './drafts.ts'
import { linesNamed, partsNamed } from './lines.ts'
import { isDecision, openBill } from './open-bill.ts'
import { reject, type Decision } from './reject.ts'
import { retaxed } from './retaxed.ts'
import { unlessPaid } from './still-paid.ts'

/** Seat at any time; course and holding until the kitchen has it. [PLACE1] [MENU3] */
export function placeItem(command: Of<'place_item'>, context: Context): Decision {
  const bill = openBill(context)
  if (isDecision(bill)) return bill
  const { itemId, seat, course, held } = command
  const lines = partsNamed(bill, itemId)
  if (lines.length === 0) return reject('unknown_item', 'PLACE1')
  if (!isPlace(seat, SEAT_MAX)) return reject('bad_seat', 'MENU3')
  if (!isPlace(course, COURSE_MAX)) return reject('bad_course', 'MENU3')
  const later = course !== undefined || held !== undefined
  if (later && lines.some((line) => line.status === 'sent')) return reject('item_already_sent', 'PLACE1')
  const payload = {
    ...(seat === undefined ? {} : { seat }),
    ...(course === undefined ? {} : { course }),
    ...(held === undefined ? {} : { held }),
  }
  const moving = lines.filter((line) => {
    return (
      line.seat !== (seat ?? line.seat) ||
      line.course !== (course ?? line.course) ||
      line.held !== (held ?? line.held)
    )
  })
  return ok(moving.map(({ id }) => itemDraft(id, { type: 'item_place_set', payload })))
}

/**
 * To another open order, sent or not, all in one action, so that no line is ever on both or on neither. A line takes
 * the taxes of the service it goes to. [MOVE1] [MOVE2] [SERVICE1]
 */
export function moveItems(command: Of<'move_items'>, context: Context): Decision {
  const bill = openBill(context)
  if (isDecision(bill)) return bill
  const { orderId, itemIds, to, reason } = command
  if (to === orderId) return reject('same_order', 'MOVE1')
  const target = openBill({ bill: context.otherBill })
  if (isDecision(target)) return target
  if (target.order.id !== to) return reject('unknown_order', 'MOVE1')
  const lines = movingLines(bill, itemIds)
  if (lines === null) return reject('unknown_item', 'MOVE1')
  if (lines.length > SENDING_MAX) return reject('too_many_lines', 'MOVE1')
  const more = lines.reduce((all, line) => all + lineAmount(line), 0)
  if (!fitsTotal(target, more)) return reject('total_too_large', 'BILL2')
  const asked = { action: 'take_order', subjects: [orderId], reason, reasonRule: null } as const
  const authority = authorityFor(context, asked)
  if (!authority.ok) return authority
  const payload = { orderId: to, ...authority.value }
  const moves = lines.map(({ id }) => itemDraft(id, { type: 'item_moved', payload }))
  const taxes =
    target.order.service === bill.order.service ? [] : retaxed(lines, target.order.service, context)
  return unlessPaid(bill, [...moves, ...taxes])
}

/** Every line named, each once, with all parts of its combo; null if one is unknown, or none is named. */
function movingLines(bill: Bill, itemIds: readonly string[]): readonly Item[] | null {
  const named = itemIds.map((id) => linesNamed(bill, id))
  if (named.length === 0 || named.some((lines) => lines.length === 0)) return null
  return [...new Set(named.flat())]
}

function isPlace(value: number | undefined, max: number): boolean {
  return value === undefined || (Number.isSafeInteger(value) && value >= 0 && value <= max)
}
