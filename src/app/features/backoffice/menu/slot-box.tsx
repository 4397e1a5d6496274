import { IconArrowUp, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '#app/ui/button.tsx'
import { ChoiceField } from '#app/features/backoffice/editor/choice-field.tsx'
import classes from '#app/features/backoffice/editor/editor.module.css'
import { PriceField, TextField, useWrongWords } from '#app/features/backoffice/editor/field.tsx'
import type { Errors } from '#app/features/backoffice/records/typed.ts'
import { mayBePart, type ChoiceDraft, type SlotDraft } from './slot-draft.ts'
import type { MenuRecords } from './use-menu-records.ts'

/** More of one dish in one combo nobody sells; the record allows more. */
const PIECES_SHOWN_MAX = 6

interface Props {
  readonly slot: SlotDraft
  readonly errors: Errors
  readonly menu: MenuRecords
  /** The combo: it is no part of itself. */
  readonly itemId: string
  readonly onChange: (change: Partial<SlotDraft>) => void
  /** Null: it is the first. */
  readonly onUp: (() => void) | null
  readonly onRemove: () => void
}

/** One part of a combo: what it is called, how many pieces, and what may be chosen. */
export function SlotBox(props: Props): ReactNode {
  const { slot, errors, onChange, onRemove } = props
  const { t } = useTranslation('office')
  const words = useWrongWords()
  const { id, pieces } = slot
  const name = slot.name.trim() === '' ? t('combos.unnamed') : slot.name
  const wrong = errors[`slot-choices:${id}`]
  const counts = Array.from({ length: Math.max(PIECES_SHOWN_MAX, pieces) }, (_, n) => n + 1)
  return (
    <li className={classes.box}>
      <div className={classes.part}>
        <TextField
          bare
          label={t('combos.name')}
          placeholder={t('combos.namePlaceholder')}
          value={slot.name}
          onChange={(typed) => onChange({ name: typed })}
          wrong={errors[`slot-name:${id}`]}
        />
        <ChoiceField
          bare
          label={t('combos.pieces', { name })}
          value={String(pieces)}
          options={counts.map((count) => ({ id: String(count), label: t('combos.piecesOf', { count }) }))}
          onChange={(count) => onChange({ pieces: Number(count) })}
        />
        <IconButton label={t('remove', { name })} onClick={onRemove}>
          <IconX size={20} aria-hidden />
        </IconButton>
      </div>
      <Choices {...props} name={name} />
      {wrong !== undefined && (
        <p className={classes.error} role="alert">
          {words(wrong)}
        </p>
      )}
    </li>
  )
}

function Choices({
  slot,
  errors,
  menu,
  itemId,
  name,
  onChange,
  onUp,
}: Props & { readonly name: string }): ReactNode {
  const { t } = useTranslation('office')
  const { choices } = slot
  const there = new Set(choices.map(({ menuItemId }) => menuItemId))
  const offered = menu.items.filter((item) => mayBePart(item, itemId) && !there.has(item.id))
  const categoryOf = (id: string): string => menu.categories.find((one) => one.id === id)?.name ?? ''
  const nameOf = (id: string): string => {
    const item = menu.items.find((one) => one.id === id)
    return item?.active === true ? item.name : t('combos.gone', { name: item?.name ?? id })
  }
  const set = (change: ChoiceDraft): void =>
    onChange({ choices: choices.map((one) => (one.menuItemId === change.menuItemId ? change : one)) })
  return (
    <>
      <ul className={classes.parts} aria-label={name}>
        {choices.map((choice) => (
          <li key={choice.menuItemId} className={classes.part}>
            <span className={classes.middle}>{nameOf(choice.menuItemId)}</span>
            <PriceField
              bare
              label={t('combos.extra', { name: nameOf(choice.menuItemId) })}
              placeholder={t('combos.extraShort')}
              value={choice.upcharge}
              onChange={(upcharge) => set({ ...choice, upcharge })}
              wrong={errors[`slot-extra:${slot.id}:${choice.menuItemId}`]}
            />
            <IconButton
              label={t('remove', { name: nameOf(choice.menuItemId) })}
              onClick={() => onChange({ choices: choices.filter((one) => one !== choice) })}
            >
              <IconX size={20} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
      <div className={classes.withButton}>
        <ChoiceField
          bare
          label={t('combos.addDish', { name })}
          value=""
          options={[
            { id: '', label: t('combos.dish') },
            ...offered.map((item) => ({
              id: item.id,
              label: [categoryOf(item.categoryId), item.name].filter(Boolean).join(' · '),
            })),
          ]}
          onChange={(menuItemId) => {
            if (menuItemId !== '') onChange({ choices: [...choices, { menuItemId, upcharge: '' }] })
          }}
        />
        {onUp !== null && (
          <IconButton label={t('combos.up', { name })} onClick={onUp}>
            <IconArrowUp size={20} aria-hidden />
          </IconButton>
        )}
      </div>
    </>
  )
}
