import type { Known } from '#domain/context.ts'
import type { ChosenModifier } from '#domain/menu/choice.ts'
import type { GroupLink, ModifierGroup } from '#domain/menu/menu.ts'
import { configureModifiers } from '#domain/menu/modifiers.ts'
import { groupOf, linkOf, optionOf } from './menu-facts.ts'

export const MILK = groupOf('milk', [
  optionOf('whole', 0, { included: true }),
  optionOf('oat', 60),
  optionOf('soy', 50),
])
export const EXTRAS = groupOf('extras', [
  optionOf('cheese', 100, { maxQty: 3 }),
  optionOf('bacon', 150),
  optionOf('egg', 100),
  optionOf('gone', 10, { active: false }),
  optionOf('truffle', 900, { available: false }),
])
export const LETTUCE = optionOf('lettuce', 40, { included: true })
const BURGER = groupOf('burger', [LETTUCE, optionOf('tomato', 30, { included: true }), optionOf('onion', 20)])

interface Asked {
  readonly links?: readonly GroupLink[]
  readonly groups?: readonly Known<ModifierGroup>[]
  readonly variant?: string
  readonly pieces?: number
}

export function configured(
  picks: readonly ChosenModifier[],
  { links = [linkOf('extras')], groups = [MILK, EXTRAS, BURGER], variant = '', pieces = 1 }: Asked = {},
) {
  return configureModifiers(links, picks, { groups, variant, pieces })
}

/** What each modifier adds, by name; or the refusal. */
export function priced(picks: readonly ChosenModifier[], asked: Asked = {}) {
  const result = configured(picks, asked)
  return result.ok ? result.value.map(({ name, price }) => [name, price]) : result.error
}
