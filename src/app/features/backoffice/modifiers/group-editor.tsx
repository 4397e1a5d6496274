import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { PriceField, TextField } from '#app/features/backoffice/editor/field.tsx'
import { OnePill } from '#app/features/backoffice/editor/pills.tsx'
import { RecordEditor, type FormPart } from '#app/features/backoffice/editor/record-editor.tsx'
import classes from '#app/features/backoffice/editor/editor.module.css'
import type { OfficeGroup } from '#app/features/backoffice/menu/menu-records.ts'
import { useSaving } from '#app/features/backoffice/records/use-saving.ts'
import { draftOfGroup, readGroup, type GroupDraft } from './group-draft.ts'
import { GroupOptions } from './group-options.tsx'
import { GroupRecipes } from './group-recipes.tsx'

interface Props {
  readonly group: OfficeGroup
  readonly isNew: boolean
  /** The same as it stands while the form is open. */
  readonly now: OfficeGroup | null
  readonly onClose: () => void
}

const PRICINGS = { option: 'byOption', group: 'byGroup', none: 'nothing' } as const

/** One modifier group: what can be chosen, and what it costs. [MOD7] */
export function GroupEditor({ group, isNew, now, onClose }: Props): ReactNode {
  const { t } = useTranslation('office')
  const { exponent } = useFormat().currency
  const saving = useSaving()
  const [shown] = useState(group)
  const labels: { readonly [field: string]: string } = {
    name: t('groups.name'),
    pricing: t('groups.pricing'),
    price: t('groups.price'),
    options: t('groups.options'),
    recipes: t('clash.field.recipe'),
  }
  return (
    <RecordEditor
      title={t(isNew ? 'groups.newTitle' : 'groups.editTitle')}
      first={draftOfGroup(shown, exponent)}
      now={now === null ? null : draftOfGroup(now, exponent)}
      kept={{ type: 'modifier_group', recordId: shown.id }}
      lineOf={(field) => ({ label: labels[field] ?? field })}
      read={(draft) => readGroup(draft, isNew ? null : shown, exponent)}
      active={isNew ? null : shown.active}
      retire="menu"
      saving={saving}
      keep={(fields) => saving.save('modifier_group', shown.id, fields)}
      onClose={onClose}
    >
      {(part) => <GroupFields {...part} isNew={isNew} />}
    </RecordEditor>
  )
}

function GroupFields({
  draft,
  errors,
  onChange,
  isNew,
}: FormPart<GroupDraft> & { readonly isNew: boolean }): ReactNode {
  const { t } = useTranslation('office')
  return (
    <>
      <TextField
        label={t('groups.name')}
        placeholder={t('groups.namePlaceholder')}
        value={draft.name}
        onChange={(name) => onChange({ name })}
        wrong={errors['name']}
        autoFocus={isNew}
      />
      <OnePill
        legend={t('groups.pricing')}
        name="pricing"
        options={Object.entries(PRICINGS).map(([id, key]) => ({ id, label: t(`groups.${key}`) }))}
        chosen={draft.pricing}
        onChange={(chosen) =>
          onChange({ pricing: chosen === 'group' || chosen === 'none' ? chosen : 'option' })
        }
      />
      {draft.pricing === 'group' && (
        <div className={classes.row}>
          <PriceField
            label={t('groups.price')}
            value={draft.price}
            onChange={(price) => onChange({ price })}
            wrong={errors['price']}
          />
        </div>
      )}
      <GroupOptions draft={draft} errors={errors} onChange={onChange} />
      <GroupRecipes draft={draft} errors={errors} onChange={onChange} />
    </>
  )
}
