import type { Command } from '#domain/command.ts'
import type { Context } from '#domain/context.ts'
import type { Draft } from '#domain/event/event.ts'
import { SENDING_MAX } from '#domain/limits.ts'
import { ok } from '#domain/result.ts'
import { isDecision, openBill } from './orders.ts'
import { reject, type Decision } from './reject.ts'

type Of<T extends Command['type']> = Extract<Command, { type: T }>

/**
 * Sends only what is new: what the kitchen already has is never sent twice. Of a very long order the oldest lines go
 * first, and the rest with the next sending. [SEND1] [SEND3]
 */
export function sendOrder(context: Context): Decision {
  const bill = openBill(context)
  if (isDecision(bill)) return bill
  const fresh = bill.items.filter((item) => item.status === 'new')
  if (fresh.length === 0) return reject('nothing_to_send', 'SEND1')
  return ok(
    fresh.slice(0, SENDING_MAX).map((item): Draft => ({
      ent: { type: 'item', id: item.id },
      event: { type: 'item_sent', payload: { sentAt: context.now, sentBy: context.actor.id } },
    })),
  )
}

/** The kitchen may go on with what it has even when the order is paid meanwhile. [KITCHEN1] */
export function setPreparation(command: Of<'set_preparation'>, context: Context): Decision {
  if (context.bill === null) return reject('unknown_order', 'ORDER1')
  const items = context.bill.items.filter((item) => command.itemIds.includes(item.id))
  if (items.length === 0 || items.length !== new Set(command.itemIds).size)
    return reject('unknown_item', 'KITCHEN1')
  const changing = items.filter((item) => item.status === 'sent' && item.preparation !== command.preparation)
  if (items.some((item) => item.status === 'new')) return reject('item_not_sent', 'KITCHEN1')
  return ok(
    changing.map((item): Draft => ({
      ent: { type: 'item', id: item.id },
      event: {
        type: 'item_preparation_set',
        payload: { preparation: command.preparation, at: context.now },
      },
    })),
  )
}
