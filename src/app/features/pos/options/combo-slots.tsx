import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { MenuFacts } from '#domain/context.ts'
import type { ComboSlot } from '#domain/menu/menu.ts'
import type { SaleTerms } from '#domain/menu/menu-line.ts'
import { activeVariants } from '#domain/menu/variant.ts'
import { firstPart, type PartWish } from './draft.ts'
import { GroupOptions } from './group-options.tsx'
import { OptionTile } from './option-tile.tsx'
import classes from './options.module.css'
import { placeOf } from './place.ts'
import { Sizes } from './sizes.tsx'

interface Props {
  readonly slots: readonly ComboSlot[]
  readonly parts: readonly PartWish[]
  readonly facts: MenuFacts
  readonly terms: SaleTerms
  readonly onChange: (parts: readonly PartWish[]) => void
}

/** What a combo asks for, one after the other; below each part what that part asks. [COMBO1] */
export function ComboSlots({ slots, parts, facts, terms, onChange }: Props): ReactNode {
  return slots.map((slot) => {
    const others = parts.filter((one) => one.slotId !== slot.id)
    return (
      <OneSlot
        key={slot.id}
        {...{ slot, facts, terms }}
        part={parts.find((one) => one.slotId === slot.id)}
        onChoose={(part) => onChange([...others, part])}
      />
    )
  })
}

interface SlotProps extends Pick<Props, 'facts' | 'terms'> {
  readonly slot: ComboSlot
  readonly part: PartWish | undefined
  readonly onChoose: (part: PartWish) => void
}

function OneSlot({ slot, part, facts, terms, onChoose }: SlotProps): ReactNode {
  const { t } = useTranslation('pos')
  const place = placeOf([slot.id])
  const item = facts.parts.find((one) => one.id === part?.menuItemId)
  return (
    <section className={classes.group} aria-labelledby={place}>
      <header className={classes.groupHead}>
        <h3 id={place} className={classes.groupName} tabIndex={-1}>
          {slot.name}
        </h3>
        <span className={classes.rule}>{t('options.choose', { count: 1 })}</span>
      </header>
      <div className={classes.tiles}>
        {slot.choices.map(({ menuItemId, upcharge }) => {
          const offered = facts.parts.find((one) => one.id === menuItemId)
          if (offered === undefined || !offered.active) return null
          const chosen = part?.menuItemId === menuItemId
          return (
            <OptionTile
              key={menuItemId}
              name={slot.pieces > 1 ? `${slot.pieces} × ${offered.name}` : offered.name}
              state={{
                chosen,
                prefix: '',
                qty: 1,
                cost: upcharge,
                free: false,
                blocked: !offered.available && !chosen,
              }}
              gone={!offered.available}
              onTap={() => chosen || onChoose(firstPart(slot, menuItemId, facts))}
            />
          )
        })}
      </div>
      {part !== undefined && item !== undefined && (
        <div className={classes.part}>
          <Sizes
            {...{ item, facts, terms }}
            chosen={part.variantId}
            onChoose={(variantId) => onChoose({ ...part, variantId })}
          />
          <GroupOptions
            links={item.groups ?? []}
            picks={part.modifiers}
            groups={facts.groups}
            variant={activeVariants(item).find((one) => one.id === part.variantId)?.name ?? ''}
            way={[slot.id]}
            path={[]}
            onChange={(modifiers) => onChoose({ ...part, modifiers })}
          />
        </div>
      )}
    </section>
  )
}
