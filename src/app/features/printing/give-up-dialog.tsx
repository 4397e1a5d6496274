import { Modal, TextInput } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import type { PrintJobView } from '#device/messages/print-views.ts'
import { NOTE_LENGTH_MAX } from '#domain/limits.ts'
import classes from './printing.module.css'
import { useSettle } from './use-settle.tsx'

interface Props {
  readonly job: PrintJobView
  readonly opened: boolean
  readonly onClose: () => void
}

/** Nothing is thrown away without a word: the reason stays with who said it. */
export function GiveUpDialog({ job, opened, onClose }: Props): ReactNode {
  const { t } = useTranslation('printing')
  const [why, setWhy] = useState('')
  const { busy, note, settle } = useSettle(job.id)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (await settle({ what: 'give_up', printerId: null, why: why.trim() })) onClose()
  }
  return (
    <Modal opened={opened} onClose={onClose} title={t('giveUpTitle', { title: job.title })}>
      <form className={classes.form} onSubmit={(event) => void submit(event)}>
        <p className={classes.soft}>{t('giveUpText')}</p>
        <TextInput
          size="md"
          label={t('why')}
          value={why}
          maxLength={NOTE_LENGTH_MAX}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <div className={classes.actions}>
          {t('whys', { returnObjects: true }).map((text) => (
            <Button key={text} aria-pressed={why === text} onClick={() => setWhy(text)}>
              {text}
            </Button>
          ))}
        </div>
        {note}
        <Button type="submit" variant="danger" large wide disabled={busy || why.trim() === ''}>
          {t('giveUp')}
        </Button>
      </form>
    </Modal>
  )
}
