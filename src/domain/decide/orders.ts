import type { Command } from '#domain/command.ts'
import type { Context } from '#domain/context.ts'
import { businessDate } from '#domain/day/business-date.ts'
import { COVERS_MAX, NOTE_LENGTH_MAX } from '#domain/limits.ts'
import { liveItems, paidSoFar, type Bill } from '#domain/order/bill.ts'
import { ok } from '#domain/result.ts'
import { reject, type Decision } from './reject.ts'

type Of<T extends Command['type']> = Extract<Command, { type: T }>

/** [ORDER1] [ORDER2] [ORDER3] */
export function openOrder(command: Of<'open_order'>, context: Context): Decision {
  const { settings, actor, now } = context
  if (settings === null) return reject('store_not_ready', 'ORDER1')
  if (context.bill !== null) return reject('order_exists', 'ORDER1')
  if (!isCovers(command.covers)) return reject('bad_covers', 'ORDER3')
  if (command.tableId !== null && context.table?.active !== true) return reject('unknown_table', 'ORDER2')
  if (context.tableOrderId !== null) return reject('table_taken', 'ORDER2')
  return ok([
    {
      ent: { type: 'order', id: command.orderId },
      event: {
        type: 'order_opened',
        payload: {
          number: context.nextNumber,
          service: command.service,
          tableId: command.tableId,
          covers: command.covers,
          businessDate: businessDate(now, settings.zone, settings.cutoverHour),
          openedAt: now,
          openedBy: actor.id,
        },
      },
    },
  ])
}

/** [ORDER3] */
export function setCovers(command: Of<'set_covers'>, context: Context): Decision {
  if (context.bill === null) return reject('unknown_order', 'ORDER1')
  if (context.bill.order.status !== 'open') return reject('order_not_open', 'ORDER4')
  if (!isCovers(command.covers)) return reject('bad_covers', 'ORDER3')
  return ok([
    {
      ent: { type: 'order', id: command.orderId },
      event: { type: 'order_covers_set', payload: { covers: command.covers } },
    },
  ])
}

/** An order is cancelled only when nothing stands on it and nobody paid. [ORDER5] */
export function cancelOrder(command: Of<'cancel_order'>, context: Context): Decision {
  if (context.bill === null) return reject('unknown_order', 'ORDER1')
  if (context.bill.order.status !== 'open') return reject('order_not_open', 'ORDER4')
  if (liveItems(context.bill.items).length > 0) return reject('order_has_items', 'ORDER5')
  if (paidSoFar(context.bill.payments) !== 0) return reject('order_has_payments', 'ORDER5')
  if (command.reason.length > NOTE_LENGTH_MAX) return reject('note_too_long', 'ITEM2')
  return ok([
    {
      ent: { type: 'order', id: command.orderId },
      event: { type: 'order_cancelled', payload: { reason: command.reason } },
    },
  ])
}

/** The bill if it may still be changed. */
export function openBill(context: Context): Bill | Decision {
  if (context.bill === null) return reject('unknown_order', 'ORDER1')
  if (context.bill.order.status !== 'open') return reject('order_not_open', 'ORDER4')
  return context.bill
}

export function isDecision(value: Bill | Decision): value is Decision {
  return 'ok' in value
}

function isCovers(covers: number): boolean {
  return Number.isSafeInteger(covers) && covers >= 1 && covers <= COVERS_MAX
}
