import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { ClashNote, type ClashLine } from '#app/features/backoffice/editor/clash-note.tsx'
import type { Clash } from '#app/features/backoffice/records/use-clash.ts'
import { decimalText } from '#i18n/money.ts'
import type { ItemDraft } from './item-draft.ts'
import type { OfficeItem } from './menu-records.ts'

const NAMED = [
  'name',
  'price',
  'categoryId',
  'stationId',
  'pricing',
  'unit',
  'taxIds',
  'taxIdsByService',
  'course',
  'allergens',
  'picture',
  'available',
  'variants',
  'groups',
  'slots',
  'recipe',
  'recipeBySize',
] as const

interface Props {
  readonly draft: ItemDraft
  readonly now: OfficeItem | null
  readonly clash: Clash
  readonly busy: boolean
}

/** Two people changed one item: name and price with both values, whatever is a list by its name. [RECORD8] */
export function ItemClash({ draft, now, clash, busy }: Props): ReactNode {
  const { t } = useTranslation('office')
  const { exponent } = useFormat().currency
  if (now === null) return null
  const lineOf = (field: string): ClashLine => {
    const named = NAMED.find((one) => one === field)
    const label = named === undefined ? field : t(`clash.field.${named}`)
    if (field === 'name') return { label, theirs: now.name, mine: draft.name.trim() }
    if (field === 'price') return { label, theirs: decimalText(now.price, exponent), mine: draft.price }
    return { label }
  }
  return <ClashNote type="menu_item" recordId={now.id} clash={clash} lineOf={lineOf} busy={busy} />
}
