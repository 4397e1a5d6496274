import { Switch } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '#app/data/new-id.ts'
import { useFormat } from '#app/data/use-format.ts'
import type { RecordFields } from '#domain/record/record.ts'
import { changedFields } from '#app/features/backoffice/records/changed.ts'
import { EditorDialog } from '#app/features/backoffice/editor/editor-dialog.tsx'
import classes from '#app/features/backoffice/editor/editor.module.css'
import { TextField } from '#app/features/backoffice/editor/field.tsx'
import { draftOfItem, readItem, type ItemDraft } from './item-draft.ts'
import { ItemContents } from './item-contents.tsx'
import { ItemClash } from './item-clash.tsx'
import { ItemLinks } from './item-links.tsx'
import type { ItemPartProps } from './item-part.ts'
import { ItemPicture } from './item-picture.tsx'
import { ItemPlace } from './item-place.tsx'
import { ItemPrice } from './item-price.tsx'
import { ItemParts } from './item-parts.tsx'
import { ItemTaxes } from './item-taxes.tsx'
import { EMPTY_RECIPE, type OfficeItem } from './menu-records.ts'
import { nextPosition } from '#app/features/backoffice/records/read.ts'
import { RetireButton } from '#app/features/backoffice/editor/retire-button.tsx'
import type { MenuRecords } from './use-menu-records.ts'
import { useClash } from '#app/features/backoffice/records/use-clash.ts'
import { useSaving } from '#app/features/backoffice/records/use-saving.ts'

interface Props {
  readonly item: OfficeItem
  /** It is not on any menu yet. */
  readonly isNew: boolean
  readonly menu: MenuRecords
  readonly onClose: () => void
}

/** One item of the menu: what it is called, what it costs, where it is made, what is asked of the guest. */
export function ItemEditor({ item, isNew, menu, onClose }: Props): ReactNode {
  const { t } = useTranslation('office')
  const { exponent } = useFormat().currency
  const { busy, failure, save } = useSaving()
  // What was shown when the form opened: only what differs from that is this person's change.
  const [shown] = useState(item)
  const [draft, setDraft] = useState(() => emptyPrice(draftOfItem(item, exponent), isNew))
  const [tried, setTried] = useState(false)
  const { fields, errors } = readItem(draft, isNew ? null : shown, exponent)
  const isWrong = Object.keys(errors).length > 0
  const onChange = (change: Partial<ItemDraft>): void => setDraft((old) => ({ ...old, ...change }))
  const isCombo = draft.slots.length > 0
  const now = menu.items.find(({ id }) => id === shown.id) ?? null
  const saveFields = async (changed: RecordFields): Promise<void> => {
    if (await save('menu_item', shown.id, changed)) onClose()
  }
  const clash = useClash({
    mine: isNew ? { ...fields, position: nextPosition(menu.items) } : changedFields(fields, shown),
    shown: isNew ? null : shown,
    now,
    onSave: (changed) => void saveFields(changed),
  })
  const submit = (): void => {
    setTried(true)
    if (!isWrong) clash.submit()
  }
  const part: ItemPartProps = { draft, errors: tried ? errors : {}, menu, onChange }
  return (
    <EditorDialog
      title={t(isNew ? 'items.newTitle' : 'items.editTitle')}
      busy={busy}
      failure={failure}
      wrong={tried && isWrong}
      aside={
        isNew ? undefined : (
          <RetireButton active={shown.active} onSet={(active) => void saveFields({ active })} />
        )
      }
      clash={
        clash.fields.length === 0 || isWrong ? undefined : (
          <ItemClash draft={draft} now={now} clash={clash} busy={busy} />
        )
      }
      onSave={submit}
      onClose={onClose}
    >
      <TextField
        label={t('items.name')}
        value={draft.name}
        onChange={(name) => onChange({ name })}
        wrong={part.errors['name']}
        autoFocus={isNew}
      />
      <ItemPlace {...part} />
      <ItemPrice {...part} isCombo={isCombo} />
      <ItemParts {...part} shown={shown} />
      <ItemTaxes {...part} />
      {!isCombo && <ItemLinks {...part} />}
      {!isCombo && <ItemContents {...part} />}
      <ItemPicture {...part} />
      <Switch
        className={classes.switch ?? ''}
        size="md"
        label={t('items.available')}
        description={t('items.availableHint')}
        checked={draft.available}
        onChange={(event) => onChange({ available: event.currentTarget.checked })}
      />
    </EditorDialog>
  )
}

/** A price nobody typed is asked for, not zero. */
function emptyPrice(draft: ItemDraft, isNew: boolean): ItemDraft {
  return isNew ? { ...draft, price: '' } : draft
}

/** A form for something new, in the category that is looked at. */
export function blankItem(categoryId: string, like: OfficeItem | undefined): OfficeItem {
  return {
    id: newId(),
    name: '',
    categoryId,
    // What its neighbours have is the likeliest.
    stationId: like?.stationId ?? '',
    price: 0,
    pricing: 'fixed',
    unit: '',
    taxIds: like?.taxIds ?? [],
    taxIdsByService: like?.taxIdsByService ?? {},
    position: 0,
    picture: '',
    available: true,
    active: true,
    variants: [],
    groups: [],
    slots: [],
    recipe: EMPTY_RECIPE,
    recipeBySize: {},
    course: null,
    allergens: null,
  }
}
