import type { TFunction } from 'i18next'
import type { ItemModifier } from '#domain/item/item.ts'

type Named = Pick<ItemModifier, 'name' | 'prefix' | 'qty'>

/** "No onion", "2 × Extra shot": as the kitchen says it. */
export function prefixed({ name, prefix, qty }: Named, t: TFunction<'pos'>): string {
  const words = prefix === '' ? name : t(`options.${prefix}`, { name })
  return qty > 1 && prefix !== 'no' ? `${qty} × ${words}` : words
}

/** All that was chosen on a line, one to a text line; what hangs below another is set in. Empty when nothing was. */
export function modifierWords(
  modifiers: readonly (Named & Pick<ItemModifier, 'depth'>)[],
  t: TFunction<'pos'>,
): string {
  return modifiers.map((one) => `${'– '.repeat(one.depth)}${prefixed(one, t)}`).join('\n')
}
