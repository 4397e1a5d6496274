import type { Of } from '#domain/command/command.ts'
import type { Context } from '#domain/context.ts'
import { standingDoubt } from '#domain/item/doubt.ts'
import { ok } from '#domain/result.ts'
import { authorityFor } from './authority.ts'
import { itemDraft } from './drafts.ts'
import { reject, type Decision } from './reject.ts'

/**
 * Says that a doubted price is right, whatever became of its order. Said twice, it is said once. [REVIEW13]
 */
export function settlePrice({ itemId, reason }: Of<'settle_price'>, context: Context): Decision {
  const { bill } = context
  if (bill === null) return reject('unknown_order', 'ORDER1')
  const item = bill.items.find(({ id }) => id === itemId)
  if (item === undefined) return reject('unknown_item', 'REVIEW13')
  if (standingDoubt(item) === null) return ok([])
  const asked = { action: 'settle_price', subjects: [itemId], reason, reasonRule: 'REVIEW13' } as const
  const authority = authorityFor(context, asked)
  if (!authority.ok) return authority
  const payload = { unitPrice: item.unitPrice, ...authority.value }
  return ok([itemDraft(itemId, { type: 'item_price_settled', payload })])
}
