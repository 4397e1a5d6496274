import { useState } from 'react'
import type { OfficeRecord } from '#device/messages.ts'
import type { RecordFields } from '#domain/record/record.ts'
import { SETTINGS_ID } from '#domain/store/settings.ts'
import {
  draftOfRecord,
  readSimple,
  type FieldSpec,
  type SimpleDraft,
} from '#app/features/backoffice/editor/simple-draft.ts'
import { changedFields } from '#app/features/backoffice/records/changed.ts'
import type { Errors } from '#app/features/backoffice/records/typed.ts'
import { useClash, type Clash } from '#app/features/backoffice/records/use-clash.ts'
import { useSaving, type Saving } from '#app/features/backoffice/records/use-saving.ts'

interface SettingsForm extends Pick<Saving, 'busy' | 'failure'> {
  readonly draft: SimpleDraft
  readonly errors: Errors
  readonly state: 'editing' | 'tried' | 'saved'
  /** As they stand while the form is open: somebody else may save meanwhile. */
  readonly theirs: SimpleDraft
  readonly clash: Clash
  change(field: string, value: string | boolean): void
  submit(): void
}

/** A form that stays open after it was saved. Only what this person changed is saved. [RECORD1] [RECORD8] */
export function useSettingsForm(record: OfficeRecord, specs: readonly FieldSpec[]): SettingsForm {
  const { busy, failure, save } = useSaving()
  const [shown, setShown] = useState(record)
  const [draft, setDraft] = useState(() => draftOfRecord(specs, record))
  const [state, setState] = useState<SettingsForm['state']>('editing')
  const { fields, errors } = readSimple(specs, draft)
  const before = readSimple(specs, draftOfRecord(specs, shown)).fields
  const theirs = draftOfRecord(specs, record)
  const keep = async (changed: RecordFields): Promise<void> => {
    if (!(await save('settings', SETTINGS_ID, changed))) return
    // What was left to somebody else is shown from now on.
    const kept = { ...record, ...changed, id: SETTINGS_ID }
    setShown(kept)
    setDraft(draftOfRecord(specs, kept))
    setState('saved')
  }
  const clash = useClash({
    mine: changedFields(fields, before),
    shown: before,
    now: readSimple(specs, theirs).fields,
    onSave: (changed) => void keep(changed),
  })
  return {
    draft,
    errors,
    state,
    theirs,
    clash,
    busy,
    failure,
    change(field, value) {
      setState((old) => (old === 'saved' ? 'editing' : old))
      setDraft((old) => ({ ...old, [field]: value }))
    },
    submit() {
      setState('tried')
      if (Object.keys(errors).length === 0) clash.submit()
    },
  }
}
