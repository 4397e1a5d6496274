import type { Context } from '#domain/context.ts'
import { businessDate } from '#domain/day/business-date.ts'
import type { Draft } from '#domain/event/event.ts'
import type { Item } from '#domain/item/item.ts'
import { usesOf } from '#domain/stock/uses.ts'
import { itemDraft } from './drafts.ts'

/** The sending of one line, with what one unit of it uses by the recipes of this moment. [SEND1] [STOCK2] */
export function sentDraft(item: Item, { now, actor, settings, stock }: Context): Draft {
  const uses = usesOf(item, stock)
  const used =
    uses.length === 0 || settings === null
      ? {}
      : { stock: { date: businessDate(now, settings.zone, settings.cutoverHour), uses } }
  return itemDraft(item.id, { type: 'item_sent', payload: { sentAt: now, sentBy: actor.id, ...used } })
}
