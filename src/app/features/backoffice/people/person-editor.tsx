import { PasswordInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '#app/data/new-id.ts'
import { useAtServer } from '#app/data/use-at-server.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import type { StaffView } from '#device/messages/office-views.ts'
import type { PersonChange } from '#domain/staff/change-person.ts'
import { isRole, ROLES } from '#domain/staff/permissions.ts'
import { PIN_LENGTH_MAX } from '#domain/staff/pin-length.ts'
import { ChoiceField } from '#app/features/backoffice/editor/choice-field.tsx'
import { ClashNote, type ClashLine } from '#app/features/backoffice/editor/clash-note.tsx'
import { EditorDialog } from '#app/features/backoffice/editor/editor-dialog.tsx'
import classes from '#app/features/backoffice/editor/editor.module.css'
import { TextField, useWrongWords } from '#app/features/backoffice/editor/field.tsx'
import own from './people.module.css'
import { digitsOf, draftOfPerson, readPerson, type PersonDraft } from './person-draft.ts'
import { text } from '#app/features/backoffice/records/read.ts'
import { useClash, type Clash } from '#app/features/backoffice/records/use-clash.ts'
import type { useRoles } from './use-roles.ts'

type Roles = NonNullable<ReturnType<typeof useRoles>>

interface Props {
  /** Null: a new one. */
  readonly person: StaffView | null
  /** The same as they stand while the form is open: somebody else may save meanwhile. */
  readonly now: StaffView | null
  readonly roles: Roles
  readonly onClose: () => void
}

/** Name, role and PIN of somebody; who left stays in the list, for orders name them. [STAFF1] [STAFF2] */
export function PersonEditor({ person, now, roles, onClose }: Props): ReactNode {
  const { t } = useTranslation('people')
  const { busy, failure, run } = useAtServer()
  const [shown] = useState(person)
  const [id] = useState(() => person?.id ?? newId())
  const [draft, setDraft] = useState(() => draftOfPerson(person))
  const [tried, setTried] = useState(false)
  const [unlocked, setUnlocked] = useState(false)
  const { change, errors } = readPerson(draft, shown, roles.rights)
  const isWrong = Object.keys(errors).length > 0
  const save = async (changed: PersonChange): Promise<void> => {
    if (Object.keys(changed).length === 0 || (await run('savePerson', { id, change: changed })) !== null)
      onClose()
  }
  const clash = useClash({ mine: { ...change }, shown, now, onSave: (mine) => void save(mine) })
  const unlock = async (): Promise<void> => {
    if ((await run('savePerson', { id, change: { unlock: true } })) !== null) setUnlocked(true)
  }
  return (
    <EditorDialog
      title={shown === null ? t('new') : t('edit', { name: shown.name })}
      busy={busy}
      failure={failure}
      wrong={tried && isWrong}
      aside={
        shown === null ? undefined : (
          <Button
            variant={shown.active ? 'danger' : 'plain'}
            disabled={busy}
            onClick={() => void save({ active: !shown.active })}
          >
            {t(shown.active ? 'leave' : 'comeBack')}
          </Button>
        )
      }
      onSave={() => {
        setTried(true)
        if (!isWrong) clash.submit()
      }}
      clash={
        clash.fields.length === 0 || isWrong || now === null ? undefined : (
          <PersonClash draft={draft} now={now} roles={roles} clash={clash} busy={busy} />
        )
      }
      onClose={onClose}
    >
      <PersonFields
        draft={draft}
        isNew={shown === null}
        roles={roles}
        errors={tried ? errors : {}}
        onChange={setDraft}
      />
      {shown?.active === true && (
        <div className={own.unlock}>
          {unlocked ? (
            <Note tone="good" title={t('unlocked', { name: shown.name })} />
          ) : (
            <>
              <p className={classes.hint}>{t('unlockText', { name: shown.name })}</p>
              <Button disabled={busy} onClick={() => void unlock()}>
                {t('unlock')}
              </Button>
            </>
          )}
        </div>
      )}
    </EditorDialog>
  )
}

interface ClashProps {
  readonly draft: PersonDraft
  readonly now: StaffView
  readonly roles: Roles
  readonly clash: Clash
  readonly busy: boolean
}

/** Two people changed somebody's name or role; of a PIN nobody but its owner knows. [RECORD8] */
function PersonClash({ draft, now, roles, clash, busy }: ClashProps): ReactNode {
  const { t } = useTranslation('people')
  const options = useRoleOptions(now.role, roles)
  const roleOf = (id: string): string => options.find((one) => one.id === id)?.label ?? id
  const lineOf = (field: string): ClashLine =>
    field === 'name'
      ? { label: t('name'), theirs: now.name, mine: draft.name.trim() }
      : { label: t('role'), theirs: roleOf(now.role), mine: roleOf(draft.role) }
  return <ClashNote type="user" recordId={now.id} clash={clash} lineOf={lineOf} busy={busy} />
}

interface FieldsProps {
  readonly draft: PersonDraft
  readonly isNew: boolean
  readonly roles: Roles
  readonly errors: ReturnType<typeof readPerson>['errors']
  readonly onChange: (draft: PersonDraft) => void
}

function PersonFields({ draft, isNew, roles, errors, onChange }: FieldsProps): ReactNode {
  const { t } = useTranslation('people')
  const words = useWrongWords()
  const isLong = digitsOf(draft.role, roles.rights) > 4
  const length = t(isLong ? 'pinLong' : 'pinShort')
  return (
    <>
      <TextField
        label={t('name')}
        value={draft.name}
        onChange={(name) => onChange({ ...draft, name })}
        wrong={errors['name']}
        autoFocus={isNew}
      />
      <ChoiceField
        label={t('role')}
        value={draft.role}
        options={useRoleOptions(draft.role, roles)}
        error={errors['role'] === undefined ? null : words(errors['role'])}
        onChange={(role) => onChange({ ...draft, role })}
      />
      <PasswordInput
        size="md"
        label={t(isNew ? 'pin' : 'newPin')}
        description={isNew ? length : `${length} ${t('keepPin')}`}
        value={draft.pin}
        onChange={(event) => onChange({ ...draft, pin: event.currentTarget.value.trim() })}
        error={errors['pin'] === undefined ? null : words(errors['pin'])}
        inputMode="numeric"
        maxLength={PIN_LENGTH_MAX}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': t('showPin') }}
      />
    </>
  )
}

/** The built-in ones, the owner's own, and whichever somebody has that is gone. */
function useRoleOptions(role: string, { made, rights }: Roles) {
  const { t } = useTranslation('common')
  const names = new Map(made.map((record) => [record.id, text(record, 'name')]))
  const own = [...rights.keys()].filter((id) => !isRole(id))
  const gone = rights.has(role) ? [] : [role]
  return [
    ...ROLES.map((id) => ({ id, label: t(`role.${id}`) })),
    ...[...own, ...gone].map((id) => ({ id, label: names.get(id) ?? '' })),
  ]
}
