import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '#app/data/session-context.ts'
import { useAsk } from '#app/data/use-ask.ts'
import type { Clash } from '#app/features/backoffice/records/use-clash.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import type { RecordType } from '#domain/record/record.ts'
import classes from './editor.module.css'

/** A field that two people changed: what it is called, and both values where they fit a line. */
export interface ClashLine {
  readonly label: string
  readonly theirs?: string
  readonly mine?: string
}

interface Props {
  readonly type: RecordType
  readonly recordId: string
  /** The one field of the record that holds all of these. */
  readonly within?: string
  readonly clash: Clash
  readonly lineOf: (field: string) => ClashLine
  readonly busy: boolean
}

/** Somebody changed the same while the form was open: what, who, and the choice. [RECORD8] */
export function ClashNote({ type, recordId, within, clash, lineOf, busy }: Props): ReactNode {
  const { t } = useTranslation('office')
  const { token } = useSession()
  const fields = within === undefined ? clash.fields : [within]
  const { data } = useAsk('changer', { token, type, recordId, fields })
  const name = data?.ok === true ? data.value : null
  return (
    <div className={classes.clash}>
      <Note
        tone="bad"
        title={name === null ? t('clash.somebody') : t('clash.by', { name })}
        text={t('clash.text')}
      />
      <ul className={classes.clashes}>
        {clash.fields.map(lineOf).map(({ label, theirs, mine }) => (
          <li key={label}>
            {theirs === undefined || mine === undefined ? label : t('clash.values', { label, theirs, mine })}
          </li>
        ))}
      </ul>
      <div className={classes.actions}>
        <span className={classes.space} />
        <Button disabled={busy} onClick={clash.keepTheirs}>
          {t('clash.theirs')}
        </Button>
        <Button variant="primary" disabled={busy} onClick={clash.saveMine}>
          {t('clash.mine')}
        </Button>
      </div>
    </div>
  )
}
