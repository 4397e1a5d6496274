import { Switch } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { newId } from '#app/data/new-id.ts'
import type { OfficeRecord, OfficeRecordType } from '#device/messages.ts'
import type { RecordFields } from '#domain/record/record.ts'
import type { ClashLine } from './clash-note.tsx'
import { ChoiceField } from './choice-field.tsx'
import classes from './editor.module.css'
import { TextField, useWrongWords } from './field.tsx'
import { RecordEditor } from './record-editor.tsx'
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
  const saving = useSaving()
  const [shown] = useState(record)
  const [id] = useState(() => record?.id ?? newId())
  // What the record lacks and the form shows as its default is no change of anybody's.
  const theirs = now === null ? null : draftOfRecord(specs, now)
  return (
    <RecordEditor
      title={title}
      first={draftOfRecord(specs, shown)}
      now={theirs}
      kept={{ type, recordId: id }}
      lineOf={(field, mine) => simpleLine(specs, field, mine, theirs ?? {})}
      read={(draft) => readSimple(specs, draft)}
      active={shown === null ? null : shown['active'] === true}
      saving={saving}
      added={added}
      keep={(fields) => saving.save(type, id, fields)}
      onClose={onClose}
    >
      {({ draft, errors, onChange }) => (
        <SimpleFields
          specs={specs}
          draft={draft}
          errors={errors}
          isNew={shown === null}
          onChange={(field, value) => onChange({ [field]: value })}
        />
      )}
    </RecordEditor>
  )
}

/** A field that two people changed, in both their words; switches say it by themselves. */
export function simpleLine(
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
