import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '#app/data/new-id.ts'
import { useFormat } from '#app/data/use-format.ts'
import { Note } from '#app/ui/note.tsx'
import type { OfficeRecord } from '#device/messages.ts'
import { isRole, ROLES } from '#domain/staff/permissions.ts'
import { pinLengthMin } from '#domain/staff/pin-length.ts'
import { ChoiceField } from '#app/features/backoffice/editor/choice-field.tsx'
import { RecordEditor } from '#app/features/backoffice/editor/record-editor.tsx'
import classes from '#app/features/backoffice/editor/editor.module.css'
import { PriceField, TextField } from '#app/features/backoffice/editor/field.tsx'
import { flag } from '#app/features/backoffice/records/read.ts'
import { RightRows } from './right-rows.tsx'
import { draftLike, draftOfRole, readRole, rightsOfOffice, type RoleDraft } from './role-draft.ts'
import type { Errors } from '#app/features/backoffice/records/typed.ts'
import { useSaving } from '#app/features/backoffice/records/use-saving.ts'

interface Props {
  /** Null: a new one. */
  readonly record: OfficeRecord | null
  /** The same as it stands while the form is open. */
  readonly now: OfficeRecord | null
  readonly onClose: () => void
}

/** A role of the owner's own: a built-in one, with rights and limits changed. [ROLE5] [ROLE6] */
export function RoleEditor({ record, now, onClose }: Props): ReactNode {
  const { t } = useTranslation('people')
  const { exponent } = useFormat().currency
  const saving = useSaving()
  const [shown] = useState(record)
  const [id] = useState(() => record?.id ?? newId())
  const first = draftOfRole(shown, exponent)
  const labels: { readonly [field: string]: string } = {
    name: t('roles.name'),
    like: t('roles.begins'),
    actions: t('roles.rights'),
    discountPpm: t('roles.discount'),
    refundMax: t('roles.refund'),
    paidOutMax: t('roles.paidOut'),
  }
  return (
    <RecordEditor
      title={shown === null ? t('roles.new') : t('edit', { name: first.name })}
      first={first}
      now={now === null ? null : draftOfRole(now, exponent)}
      kept={{ type: 'role', recordId: id }}
      lineOf={(field) => ({ label: labels[field] ?? field })}
      read={(draft) => readRole(draft, exponent)}
      active={shown === null ? null : flag(shown, 'active')}
      saving={saving}
      keep={(fields) => saving.save('role', id, fields)}
      onClose={onClose}
    >
      {({ draft, errors, onChange }) => (
        <>
          <RoleFields draft={draft} errors={errors} isNew={shown === null} onChange={onChange} />
          {shown !== null && asksLonger(shown, draft) && (
            <Note tone="info" title={t('roles.longPin')} text={t('roles.longPinText')} />
          )}
          <RightRows
            actions={draft.actions}
            onChange={(action, right) => onChange({ actions: { ...draft.actions, [action]: right } })}
          />
          <p className={classes.hint}>{t('roles.ownersOwn')}</p>
        </>
      )}
    </RecordEditor>
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
