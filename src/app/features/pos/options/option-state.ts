import type { Prefix } from '#domain/item/item.ts'
import type { AskedGroup } from '#domain/menu/asked-groups.ts'
import type { ModifierOption } from '#domain/menu/menu.ts'
import { comesAnyway, groupPicks } from '#domain/menu/modifier-limits.ts'
import { optionPrice, pickPrices } from '#domain/menu/modifier-price.ts'
import { tapped, type Picks } from './picks.ts'

/** How an option stands, and what it costs there. */
export interface OptionState {
  readonly chosen: boolean
  readonly prefix: Prefix
  readonly qty: number
  /** Chosen: what it costs; else what it would cost on top. */
  readonly cost: number
  /** It costs something elsewhere, and nothing here. */
  readonly free: boolean
  /** Sold out, or as much as may be chosen is chosen. */
  readonly blocked: boolean
}

export function optionState(
  asked: AskedGroup,
  option: ModifierOption,
  picks: Picks,
  variant: string,
): OptionState {
  const { link, group } = asked
  const own = picks.filter((one) => one.groupId === group.id)
  const pick = own.find((one) => one.optionId === option.id)
  const comes = comesAnyway(option, link, own)
  const after = tapped(own, asked, option, '', [])
  const cost =
    pick === undefined && !comes
      ? costOf(asked, after, variant) - costOf(asked, own, variant)
      : costOf(asked, own, variant, option.id)
  const chosen = comes || (pick !== undefined && pick.prefix !== 'no')
  const prefix = pick?.prefix ?? ''
  const canLeaveOff = chosen || prefix === 'no' || (option.included && link.max !== 1)
  return {
    chosen,
    prefix,
    qty: pick?.qty ?? 1,
    cost,
    free: cost === 0 && prefix !== 'no' && optionPrice(option, group, variant) > 0,
    blocked: !canLeaveOff && (!option.available || isTooMuch(asked, after)),
  }
}

function isTooMuch({ link, group }: AskedGroup, own: Picks): boolean {
  const picks = groupPicks(link, group, own)
  return !picks.ok && picks.error.code === 'too_many_modifiers'
}

/** What is chosen of a group costs, or one option of it. */
function costOf({ link, group }: AskedGroup, own: Picks, variant: string, optionId?: string): number {
  const picked = group.options.flatMap((option) =>
    own.filter((one) => one.optionId === option.id).map((chosen) => ({ chosen, option })),
  )
  const prices = pickPrices(picked, group, link.free, variant)
  return prices.reduce(
    (sum, price, index) =>
      optionId === undefined || picked[index]?.option.id === optionId ? sum + price : sum,
    0,
  )
}
