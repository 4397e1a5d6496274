import { Modal } from '@mantine/core'
import { IconBan, IconCheck } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Keypad } from '#app/ui/keypad.tsx'
import { Note } from '#app/ui/note.tsx'
import { usePad } from '#app/ui/use-pad.ts'
import type { RecordFields } from '#domain/record/record.ts'
import classes from './availability.module.css'
import { useTellingCommand } from './failure-toast.ts'

/** A count of five digits is a typing error. */
const DIGITS_MAX = 4

interface Props {
  readonly dish: { readonly id: string; readonly name: string; readonly available: boolean }
  /** How many are left; null: nobody counts. */
  readonly left: number | null
  /** The ingredient that is used up, where that takes a dish off; else null. */
  readonly missing: string | null
  readonly onClose: () => void
}

/** 86 from the till: whoever hears it from the kitchen says it here, and every till knows. [RECORD5] [LEFT1] */
export function AvailabilityDialog({ dish, left, missing, onClose }: Props): ReactNode {
  const { t } = useTranslation('pos')
  return (
    <Modal opened onClose={onClose} title={t('out.title', { name: dish.name })} size={420} yOffset="2dvh">
      <Form {...{ dish, left, missing, onClose }} />
    </Modal>
  )
}

function Form({ dish, left, missing, onClose }: Props): ReactNode {
  const { t } = useTranslation('pos')
  const run = useTellingCommand()
  const [busy, setBusy] = useState(false)
  const { digits, add, remove } = usePad(DIGITS_MAX)
  const { available } = dish
  const save = async (fields: RecordFields): Promise<void> => {
    setBusy(true)
    const result = await run({ type: 'save_record', recordType: 'menu_item', recordId: dish.id, fields })
    setBusy(false)
    if (result.ok) onClose()
  }
  // When it begins is the device's to say. Whoever counts what is left, or brings it back, saw some.
  const anyway: RecordFields = missing === null ? {} : { sellAnyway: { at: 0 } }
  const count = (): Promise<void> =>
    save({ available: true, countdown: { qty: Number(digits), at: 0 }, ...anyway })
  return (
    <div className={classes.form}>
      <Note
        tone={available && missing === null ? 'info' : 'busy'}
        title={wordsOf()}
        text={t('out.everywhere')}
      />
      <Ways {...{ available, left, missing, busy, anyway }} onSave={(fields) => void save(fields)} />
      <div className={classes.count}>
        <span>{t('out.count')}</span>
        <span className={classes.typed} role="status">
          {digits === '' ? '–' : Number(digits)}
        </span>
      </div>
      <Keypad onDigits={add} onDelete={remove} deleteLabel={t('pay.delete')} />
      <Button large wide disabled={busy || digits === ''} onClick={() => void count()}>
        {digits === '' ? t('out.setNothing') : t('out.set', { count: Number(digits) })}
      </Button>
    </div>
  )

  function wordsOf(): string {
    if (!available) return t('out.isOut')
    if (missing !== null) return t('out.isMissing', { ingredient: missing })
    return left === null ? t('out.isOn') : t('out.isCounted', { count: left })
  }
}

interface WaysProps extends Pick<Props, 'left' | 'missing'> {
  readonly available: boolean
  readonly busy: boolean
  /** What says that there is some, whatever the stock says. */
  readonly anyway: RecordFields
  readonly onSave: (fields: RecordFields) => void
}

/** What can be said about a dish as it is now. */
function Ways({ available, left, missing, busy, anyway, onSave }: WaysProps): ReactNode {
  const { t } = useTranslation('pos')
  return (
    <div className={classes.ways}>
      {available && missing !== null && (
        <Button
          large
          variant="primary"
          disabled={busy}
          icon={<IconCheck size={24} aria-hidden />}
          onClick={() => onSave(anyway)}
        >
          {t('out.anyway')}
        </Button>
      )}
      {available ? (
        <Button
          large
          variant="danger"
          disabled={busy}
          icon={<IconBan size={24} aria-hidden />}
          onClick={() => onSave({ available: false })}
        >
          {t('out.now')}
        </Button>
      ) : (
        <Button
          large
          variant="primary"
          disabled={busy}
          icon={<IconCheck size={24} aria-hidden />}
          onClick={() => onSave({ available: true, ...anyway })}
        >
          {t('out.back')}
        </Button>
      )}
      {left !== null && (
        <Button large disabled={busy} onClick={() => onSave({ countdown: null })}>
          {t('out.stop')}
        </Button>
      )}
    </div>
  )
}
