import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { changedFields } from '#app/features/backoffice/records/changed.ts'
import { EditorDialog } from '#app/features/backoffice/editor/editor-dialog.tsx'
import classes from '#app/features/backoffice/editor/editor.module.css'
import { PriceField, TextField } from '#app/features/backoffice/editor/field.tsx'
import { draftOfGroup, readGroup, type GroupDraft } from './group-draft.ts'
import { GroupOptions } from './group-options.tsx'
import { GroupRecipes } from './group-recipes.tsx'
import type { OfficeGroup } from '#app/features/backoffice/menu/menu-records.ts'
import { OnePill } from '#app/features/backoffice/editor/pills.tsx'
import { RetireButton } from '#app/features/backoffice/editor/retire-button.tsx'
import { useSaving } from '#app/features/backoffice/records/use-saving.ts'

interface Props {
  readonly group: OfficeGroup
  readonly isNew: boolean
  readonly onClose: () => void
}

const PRICINGS = { option: 'byOption', group: 'byGroup', none: 'nothing' } as const

/** One modifier group: what can be chosen, and what it costs. [MOD7] */
export function GroupEditor({ group, isNew, onClose }: Props): ReactNode {
  const { t } = useTranslation('office')
  const { exponent } = useFormat().currency
  const { busy, failure, save } = useSaving()
  const [shown] = useState(group)
  const [draft, setDraft] = useState(() => draftOfGroup(group, exponent))
  const [tried, setTried] = useState(false)
  const before = isNew ? null : shown
  const { fields, errors } = readGroup(draft, before, exponent)
  const isWrong = Object.keys(errors).length > 0
  const onChange = (change: Partial<GroupDraft>): void => setDraft((old) => ({ ...old, ...change }))
  const told = tried ? errors : {}
  const saveFields = async (changed: typeof fields): Promise<void> => {
    if (await save('modifier_group', shown.id, changed)) onClose()
  }
  const submit = (): void => {
    setTried(true)
    if (!isWrong) void saveFields(changedFields(fields, before))
  }
  return (
    <EditorDialog
      title={t(isNew ? 'groups.newTitle' : 'groups.editTitle')}
      busy={busy}
      failure={failure}
      wrong={tried && isWrong}
      aside={
        isNew ? undefined : (
          <RetireButton active={shown.active} onSet={(active) => void saveFields({ active })} />
        )
      }
      onSave={submit}
      onClose={onClose}
    >
      <TextField
        label={t('groups.name')}
        placeholder={t('groups.namePlaceholder')}
        value={draft.name}
        onChange={(name) => onChange({ name })}
        wrong={told['name']}
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
            wrong={told['price']}
          />
        </div>
      )}
      <GroupOptions draft={draft} errors={told} onChange={onChange} />
      <GroupRecipes draft={draft} errors={told} onChange={onChange} />
    </EditorDialog>
  )
}
