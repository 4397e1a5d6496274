import type { ItemDraft } from './item-draft.ts'
import type { Errors } from '#app/features/backoffice/records/typed.ts'
import type { MenuRecords } from './use-menu-records.ts'

/** What every part of an item's form works on. */
export interface ItemPartProps {
  readonly draft: ItemDraft
  readonly errors: Errors
  readonly menu: MenuRecords
  readonly onChange: (change: Partial<ItemDraft>) => void
}
