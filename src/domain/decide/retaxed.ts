import type { Context } from '#domain/context.ts'
import { canonicalJson } from '#domain/event/canonical.ts'
import type { Draft } from '#domain/event/event.ts'
import type { Item } from '#domain/item/item.ts'
import { retax } from '#domain/menu/line-taxes.ts'
import type { Service } from '#domain/order/order.ts'
import { itemDraft } from './drafts.ts'

/** The lines whose taxes differ under another service, taxed anew. [SERVICE1] */
export function retaxed(items: readonly Item[], service: Service, context: Context): readonly Draft[] {
  return items.flatMap((item) => {
    const taxes = retax(item, service, context.menu)
    if (canonicalJson(taxes) === canonicalJson(item.taxes)) return []
    return [itemDraft(item.id, { type: 'item_taxes_set', payload: { taxes } })]
  })
}
