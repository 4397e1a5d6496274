import type { ReactNode } from 'react'
import { mayBeCombo } from './item-draft.ts'
import type { ItemPartProps } from './item-part.ts'
import { ItemSizes } from './item-sizes.tsx'
import { ItemSlots } from './item-slots.tsx'
import type { OfficeItem } from './menu-records.ts'

interface Props extends ItemPartProps {
  /** As it was when the form opened. */
  readonly shown: OfficeItem
}

/** What an item consists of: sizes, or, of a combo, other items. It cannot have both. [COMBO5] [VARIANT1] */
export function ItemParts({ shown, ...part }: Props): ReactNode {
  const isCombo = part.draft.slots.length > 0
  return (
    <>
      {(isCombo || mayBeCombo(part.draft, shown)) && <ItemSlots {...part} itemId={shown.id} />}
      {!isCombo && <ItemSizes {...part} />}
    </>
  )
}
