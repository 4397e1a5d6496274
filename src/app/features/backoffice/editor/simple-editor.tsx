import { Switch } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { newId } from '#app/data/new-id.ts'
import type { OfficeRecord, OfficeRecordType } from '#device/messages.ts'
import type { RecordFields } from '#domain/record/record.ts'
import { changedFields } from '#app/features/backoffice/records/changed.ts'
import { ClashNote, type ClashLine } from './clash-note.tsx'
import { useClash } from '#app/features/backoffice/records/use-clash.ts'
import { ChoiceField } from './choice-field.tsx'
import { EditorDialog } from './editor-dialog.tsx'
import classes from './editor.module.css'
import { TextField, useWrongWords } from './field.tsx'
import { RetireButton } from './retire-button.tsx'
import { draftOfRecord, readSimple, type FieldSpec, type SimpleDraft } from './simple-draft.ts'
import type { Errors } from '#app/features/backoffice/records/typed.ts'
import { useSaving } from '#app/features/backoffice/records/use-saving.ts'

interface Props {
  readonly type: OfficeRecordType
  readonly title: string
  readonly specs: readonly FieldSpec[]
  /** Null: a new one. */
  readonly record: OfficeRecord | null
  /** The same as it stands while the form is open: somebody else may save meanwhile. */
  readonly now: OfficeRecord | null
  /** What a new one has beside the form: its place. */
  readonly added: RecordFields
  readonly onClose: () => void
}

/** A record of a few plain fields. */
export function SimpleEditor({ type, title, specs, record, now, added, onClose }: Props): ReactNode {
  const { busy, failure, save } = useSaving()
  const [shown] = useState(record)
  const [id] = useState(() => record?.id ?? newId())
  const [draft, setDraft] = useState(() => draftOfRecord(specs, record))
  const [tried, setTried] = useState(false)
  const { fields, errors } = readSimple(specs, draft)
  const isWrong = Object.keys(errors).length > 0
  const saveFields = async (changed: RecordFields): Promise<void> => {
    if (await save(type, id, changed)) onClose()
  }
  // What the record lacks and the form shows as its default is no change of anybody's.
  const read = (stood: OfficeRecord | null): RecordFields | null =>
    stood === null ? null : readSimple(specs, draftOfRecord(specs, stood)).fields
  const before = read(shown)
  const clash = useClash({
    mine: before === null ? { ...fields, ...added, active: true } : changedFields(fields, before),
    shown: before,
    now: read(now),
    onSave: (changed) => void saveFields(changed),
  })
  const submit = (): void => {
    setTried(true)
    if (!isWrong) clash.submit()
  }
  return (
    <EditorDialog
      title={title}
      busy={busy}
      failure={failure}
      wrong={tried && isWrong}
      aside={
        shown === null ? undefined : (
          <RetireButton
            plain
            active={shown['active'] === true}
            onSet={(active) => void saveFields({ active })}
          />
        )
      }
      clash={
        clash.fields.length === 0 || isWrong ? undefined : (
          <ClashNote
            type={type}
            recordId={id}
            clash={clash}
            lineOf={(field) => lineOf(specs, field, draft, draftOfRecord(specs, now))}
            busy={busy}
          />
        )
      }
      onSave={submit}
      onClose={onClose}
    >
      <SimpleFields
        specs={specs}
        draft={draft}
        errors={tried ? errors : {}}
        isNew={shown === null}
        onChange={(field, value) => setDraft((old) => ({ ...old, [field]: value }))}
      />
    </EditorDialog>
  )
}

/** A field that two people changed, in both their words; switches say it by themselves. */
function lineOf(
  specs: readonly FieldSpec[],
  field: string,
  mine: SimpleDraft,
  theirs: SimpleDraft,
): ClashLine {
  const spec = specs.find((one) => one.field === field)
  const words = (value: string | boolean | undefined): string | undefined => {
    if (typeof value !== 'string') return undefined
    return spec?.kind === 'choice' ? spec.options.find(({ id }) => id === value)?.label : value
  }
  const [there, here] = [words(theirs[field]), words(mine[field])]
  const label = spec?.label ?? field
  return there === undefined || here === undefined ? { label } : { label, theirs: there, mine: here }
}

interface FieldsProps {
  readonly specs: readonly FieldSpec[]
  readonly draft: SimpleDraft
  readonly errors: Errors
  readonly isNew: boolean
  readonly onChange: (field: string, value: string | boolean) => void
}

/** Fields one below the other, each by its kind. */
export function SimpleFields({ specs, draft, errors, isNew, onChange }: FieldsProps): ReactNode {
  const words = useWrongWords()
  return specs.map((spec) => {
    const { field, label, hint } = spec
    const value = draft[field] ?? ''
    const wrong = errors[field]
    if (spec.kind === 'flag')
      return (
        <Switch
          key={field}
          className={classes.switch ?? ''}
          size="md"
          label={label}
          description={hint}
          checked={value === true}
          onChange={(event) => onChange(field, event.currentTarget.checked)}
        />
      )
    if (spec.kind === 'choice')
      return (
        <ChoiceField
          key={field}
          label={label}
          value={String(value)}
          options={spec.options}
          error={wrong === undefined ? null : words(wrong)}
          onChange={(chosen) => onChange(field, chosen)}
        />
      )
    return (
      <TextField
        key={field}
        label={label}
        value={String(value)}
        wrong={wrong}
        onChange={(typed) => onChange(field, typed)}
        autoFocus={isNew && spec.kind === 'name'}
        {...(hint === undefined ? {} : { placeholder: hint })}
      />
    )
  })
}
