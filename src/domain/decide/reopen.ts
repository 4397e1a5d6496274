import type { Of } from '#domain/command/command.ts'
import type { Context } from '#domain/context.ts'
import { authorityFor } from './authority.ts'
import { orderEvent } from './drafts.ts'
import { reject, type Decision } from './reject.ts'

/** Takes back the close that stands, by its id, so that it takes back no other. [REOPEN1] [REOPEN3] [ZDAY9] */
export function reopenOrder(command: Of<'reopen_order'>, context: Context): Decision {
  const { bill } = context
  if (bill === null) return reject('unknown_order', 'ORDER1')
  const { sale } = bill.order
  if (sale === null) return reject('not_closed', 'REOPEN1')
  if (context.saleInZ) return reject('sale_in_z', 'ZDAY9')
  if (bill.payments.some(({ refunds }) => refunds.length > 0)) return reject('order_refunded', 'REOPEN3')
  const { orderId, reason } = command
  const asked = { action: 'reopen_order', subjects: [orderId], reason, reasonRule: 'REOPEN1' } as const
  const authority = authorityFor(context, asked)
  if (!authority.ok) return authority
  const payload = { closeId: sale.closeId, ...authority.value }
  return orderEvent(orderId, { type: 'order_reopened', payload })
}
