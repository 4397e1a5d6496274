import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import type { PrintJobView, PrintQueueView } from '#device/messages/print-views.ts'
import classes from './printing.module.css'
import { useSettle } from './use-settle.tsx'

interface Props {
  readonly job: PrintJobView
  readonly printers: PrintQueueView['printers']
  readonly opened: boolean
  readonly onClose: () => void
}

/** The same paper from another printer: one tap on its name. */
export function MoveDialog({ job, printers, opened, onClose }: Props): ReactNode {
  const { t } = useTranslation('printing')
  const { busy, note, settle } = useSettle(job.id)
  const others = printers.filter(({ id, here }) => id !== job.printerId && here === job.here)
  const move = async (printerId: string): Promise<void> => {
    if (await settle({ what: 'print', printerId, why: '' })) onClose()
  }
  return (
    <Modal opened={opened} onClose={onClose} title={t('moveTitle', { title: job.title })}>
      <div className={classes.form}>
        <p className={classes.soft}>{others.length === 0 ? t('noOther') : t('moveText')}</p>
        {others.map(({ id, name }) => (
          <Button key={id} large wide disabled={busy} onClick={() => void move(id)}>
            {name}
          </Button>
        ))}
        {note}
      </div>
    </Modal>
  )
}
