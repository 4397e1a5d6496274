import { useState, type ReactNode } from 'react'
import type { RecordFields } from '#domain/record/record.ts'
import { changedFields } from '#app/features/backoffice/records/changed.ts'
import type { Errors } from '#app/features/backoffice/records/typed.ts'
import type { Saving } from '#app/features/backoffice/records/use-saving.ts'
import { useClash } from '#app/features/backoffice/records/use-clash.ts'
import { ClashNote, type ClashLine } from './clash-note.tsx'
import { EditorDialog } from './editor-dialog.tsx'
import { RetireButton } from './retire-button.tsx'

/** What a form's parts are given. */
export interface FormPart<D> {
  readonly draft: D
  /** Empty until a save was tried. */
  readonly errors: Errors
  readonly onChange: (change: Partial<D>) => void
}

interface Props<D> {
  readonly title: string
  /** What the form opens with. */
  readonly first: D
  /** The same as it stands while the form is open: somebody else may save meanwhile. Null: a new one. */
  readonly now: D | null
  /** The record that keeps it. */
  readonly kept: Pick<Parameters<typeof ClashNote>[0], 'type' | 'recordId' | 'within'>
  /** What a field that two people changed is called, and what this form says of it. */
  readonly lineOf: (field: string, mine: D) => ClashLine
  /** What the form says, as fields, with what is wrong in it. */
  readonly read: (draft: D) => { readonly fields: RecordFields; readonly errors: Errors }
  /** Whether it is in use; null: a new one. */
  readonly active: boolean | null
  /** How it goes out of use: off the menu, or by itself; not at all while something stands on it. */
  readonly retire?: 'menu' | 'plain' | 'not'
  readonly saving: Pick<Saving, 'busy' | 'failure'>
  /** What a new one has beside the form. */
  readonly added?: RecordFields
  /** Keeps the fields that this person changed; true when they are kept. */
  readonly keep: (fields: RecordFields) => Promise<boolean>
  readonly onClose: () => void
  readonly children: (part: FormPart<D>) => ReactNode
}

/** A form of its own kind: only what differs from what it opened with is saved. [RECORD1] */
export function RecordEditor<D>(props: Props<D>): ReactNode {
  const { title, now, kept, lineOf, read, active, saving, added, keep, onClose, children } = props
  const { retire = 'plain' } = props
  const [first] = useState(props.first)
  const [draft, setDraft] = useState(first)
  const [tried, setTried] = useState(false)
  const { fields, errors } = read(draft)
  const isWrong = Object.keys(errors).length > 0
  const close = async (changed: RecordFields): Promise<void> => {
    if (await keep(changed)) onClose()
  }
  const shown = active === null ? null : read(first).fields
  const clash = useClash({
    mine: shown === null ? { ...fields, ...added, active: true } : changedFields(fields, shown),
    shown,
    now: now === null ? null : read(now).fields,
    onSave: (changed) => void close(changed),
  })
  const submit = (): void => {
    setTried(true)
    if (!isWrong) clash.submit()
  }
  return (
    <EditorDialog
      title={title}
      busy={saving.busy}
      failure={saving.failure}
      wrong={tried && isWrong}
      aside={
        active === null || retire === 'not' ? undefined : (
          <RetireButton
            plain={retire === 'plain'}
            active={active}
            onSet={(on) => void close({ active: on })}
          />
        )
      }
      clash={
        clash.fields.length === 0 || isWrong ? undefined : (
          <ClashNote {...kept} clash={clash} lineOf={(field) => lineOf(field, draft)} busy={saving.busy} />
        )
      }
      onSave={submit}
      onClose={onClose}
    >
      {children({
        draft,
        errors: tried ? errors : {},
        onChange: (change) => setDraft((old) => ({ ...old, ...change })),
      })}
    </EditorDialog>
  )
}
