import { useState } from 'react'
import type { RecordFields } from '#domain/record/record.ts'
import { clashingFields } from './changed.ts'

interface Edited {
  /** What this person changed. */
  readonly mine: RecordFields
  /** The record when the form opened, and as it stands now; null: a new one. */
  readonly shown: object | null
  readonly now: object | null
  readonly onSave: (fields: RecordFields) => void
}

export interface Clash {
  /** What both changed; none until a save was tried. */
  readonly fields: readonly string[]
  /** Saves, or asks first where that would undo somebody's change. */
  submit(): void
  saveMine(): void
  /** Saves what only this person changed. */
  keepTheirs(): void
}

/** Two people edit one record: the second who saves chooses. [RECORD8] */
export function useClash({ mine, shown, now, onSave }: Edited): Clash {
  const [asked, setAsked] = useState(false)
  const fields = clashingFields(mine, shown, now)
  // A form that stays open asks again the next time.
  const save = (chosen: RecordFields): void => {
    setAsked(false)
    onSave(chosen)
  }
  return {
    fields: asked ? fields : [],
    submit: () => (fields.length === 0 ? save(mine) : setAsked(true)),
    saveMine: () => save(mine),
    keepTheirs: () =>
      save(Object.fromEntries(Object.entries(mine).filter(([field]) => !fields.includes(field)))),
  }
}
