import type { ReactNode } from 'react'
import type { ChoiceView } from '#device/messages.ts'
import type { Known } from '#domain/context.ts'
import type { MenuItem } from '#domain/menu/menu.ts'
import { activeVariants } from '#domain/menu/variant.ts'
import { ComboSlots } from './combo-slots.tsx'
import type { Wish } from './draft.ts'
import { GroupOptions } from './group-options.tsx'
import { Sizes } from './sizes.tsx'

interface Props extends ChoiceView {
  readonly item: Known<MenuItem>
  readonly wish: Wish
  /** The size of a combo's part stays: it is the combo's. [COMBO6] */
  readonly sizeStays?: boolean
  readonly onChange: (wish: Wish) => void
}

/** All that may be said about an item: size, parts of a combo, modifiers. */
export function Choices({ item, facts, terms, wish, sizeStays = false, onChange }: Props): ReactNode {
  return (
    <>
      {!sizeStays && (
        <Sizes
          {...{ item, facts, terms }}
          chosen={wish.variantId}
          onChoose={(variantId) => onChange({ ...wish, variantId })}
        />
      )}
      <ComboSlots
        {...{ facts, terms }}
        slots={item.slots ?? []}
        parts={wish.parts}
        onChange={(parts) => onChange({ ...wish, parts })}
      />
      <GroupOptions
        links={item.groups ?? []}
        picks={wish.modifiers}
        groups={facts.groups}
        variant={activeVariants(item).find((one) => one.id === wish.variantId)?.name ?? ''}
        way={[]}
        path={[]}
        onChange={(modifiers) => onChange({ ...wish, modifiers })}
      />
    </>
  )
}
