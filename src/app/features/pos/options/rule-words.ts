import type { TFunction } from 'i18next'
import type { GroupLink } from '#domain/menu/menu.ts'

/** How many are to be chosen of a group, in words: "Choose 1", "Up to 3, 2 free". [MOD2] [MOD5] */
export function ruleWords({ min, max, free }: GroupLink, t: TFunction<'pos'>): string {
  const many = limits(min, max, t)
  if (free === 0) return many
  return [many, t('options.freeOnes', { count: free })].filter(Boolean).join(', ')
}

function limits(min: number, max: number, t: TFunction<'pos'>): string {
  if (min > 0 && min === max) return t('options.choose', { count: min })
  if (min > 0 && max > 0) return t('options.between', { min, max })
  if (min > 0) return t('options.atLeast', { count: min })
  return max > 0 ? t('options.upTo', { count: max }) : ''
}
