import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '#app/data/new-id.ts'
import { useFormat } from '#app/data/use-format.ts'
import { Note } from '#app/ui/note.tsx'
import type { OfficeRecord } from '#device/messages.ts'
import { isRole, ROLES } from '#domain/staff/permissions.ts'
import { pinLengthMin } from '#domain/staff/pin-length.ts'
import { changedFields } from '#app/features/backoffice/records/changed.ts'
import { ChoiceField } from '#app/features/backoffice/editor/choice-field.tsx'
import { EditorDialog } from '#app/features/backoffice/editor/editor-dialog.tsx'
import classes from '#app/features/backoffice/editor/editor.module.css'
import { PriceField, TextField } from '#app/features/backoffice/editor/field.tsx'
import { flag } from '#app/features/backoffice/records/read.ts'
import { RetireButton } from '#app/features/backoffice/editor/retire-button.tsx'
import { RightRows } from './right-rows.tsx'
import { draftLike, draftOfRole, readRole, rightsOfOffice, type RoleDraft } from './role-draft.ts'
import type { Errors } from '#app/features/backoffice/records/typed.ts'
import { useSaving } from '#app/features/backoffice/records/use-saving.ts'

interface Props {
  /** Null: a new one. */
  readonly record: OfficeRecord | null
  readonly onClose: () => void
}

/** A role of the owner's own: a built-in one, with rights and limits changed. [ROLE5] [ROLE6] */
export function RoleEditor({ record, onClose }: Props): ReactNode {
  const { t } = useTranslation('people')
  const { exponent } = useFormat().currency
  const { busy, failure, save } = useSaving()
  const [shown] = useState(record)
  const [id] = useState(() => record?.id ?? newId())
  const [draft, setDraft] = useState(() => draftOfRole(record, exponent))
  const [tried, setTried] = useState(false)
  const { fields, errors } = readRole(draft, exponent)
  const isWrong = Object.keys(errors).length > 0
  const saveFields = async (changed: { readonly [field: string]: unknown }): Promise<void> => {
    if (await save('role', id, changed)) onClose()
  }
  const submit = (): void => {
    setTried(true)
    if (isWrong) return
    const before = shown === null ? null : readRole(draftOfRole(shown, exponent), exponent).fields
    void saveFields(before === null ? { ...fields, active: true } : changedFields(fields, before))
  }
  return (
    <EditorDialog
      title={shown === null ? t('roles.new') : t('edit', { name: draftOfRole(shown, exponent).name })}
      busy={busy}
      failure={failure}
      wrong={tried && isWrong}
      aside={
        shown === null ? undefined : (
          <RetireButton
            plain
            active={flag(shown, 'active')}
            onSet={(active) => void saveFields({ active })}
          />
        )
      }
      onSave={submit}
      onClose={onClose}
    >
      <RoleFields draft={draft} errors={tried ? errors : {}} isNew={shown === null} onChange={setDraft} />
      {shown !== null && asksLonger(shown, draft) && (
        <Note tone="info" title={t('roles.longPin')} text={t('roles.longPinText')} />
      )}
      <RightRows
        actions={draft.actions}
        onChange={(action, right) => setDraft({ ...draft, actions: { ...draft.actions, [action]: right } })}
      />
      <p className={classes.hint}>{t('roles.ownersOwn')}</p>
    </EditorDialog>
  )
}

/** Nobody's PIN is known, only its hash: the people of the role keep theirs until each gets another. */
function asksLonger(shown: OfficeRecord, { actions }: RoleDraft): boolean {
  const before = rightsOfOffice(shown)
  return pinLengthMin({ ...before, actions }) > pinLengthMin(before)
}

interface FieldsProps {
  readonly draft: RoleDraft
  readonly errors: Errors
  readonly isNew: boolean
  readonly onChange: (draft: RoleDraft) => void
}

function RoleFields({ draft, errors, isNew, onChange }: FieldsProps): ReactNode {
  const { t } = useTranslation(['people', 'common'])
  const { exponent } = useFormat().currency
  return (
    <>
      <TextField
        label={t('roles.name')}
        placeholder={t('roles.nameHint')}
        value={draft.name}
        onChange={(name) => onChange({ ...draft, name })}
        wrong={errors['name']}
        autoFocus={isNew}
      />
      <ChoiceField
        label={t('roles.begins')}
        value={draft.like}
        options={ROLES.map((id) => ({ id, label: t(`common:role.${id}`) }))}
        onChange={(like) => isRole(like) && onChange(draftLike(draft, like, exponent))}
      />
      <fieldset className={classes.set}>
        <legend className={classes.legend}>{t('roles.limits')}</legend>
        <div className={classes.row}>
          <PriceField
            label={t('roles.discount')}
            value={draft.discount}
            onChange={(discount) => onChange({ ...draft, discount })}
            wrong={errors['discount']}
          />
          <PriceField
            label={t('roles.refund')}
            placeholder={t('roles.any')}
            value={draft.refund}
            onChange={(refund) => onChange({ ...draft, refund })}
            wrong={errors['refund']}
          />
          <PriceField
            label={t('roles.paidOut')}
            placeholder={t('roles.any')}
            value={draft.paidOut}
            onChange={(paidOut) => onChange({ ...draft, paidOut })}
            wrong={errors['paidOut']}
          />
        </div>
      </fieldset>
    </>
  )
}
