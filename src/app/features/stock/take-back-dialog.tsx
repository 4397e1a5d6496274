import { Modal } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { ReasonField } from '#app/ui/reason-field.tsx'
import type { StockMoveView } from '#device/messages/stock-views.ts'
import { NOTE_LENGTH_MAX } from '#domain/limits.ts'
import classes from './detail.module.css'
import { useSaving } from './use-saving.tsx'

interface Props {
  readonly move: StockMoveView
  readonly onClose: () => void
}

/** A slip, undone as a whole, with a reason. [STOCK8] */
export function TakeBackDialog({ move: { stockId }, onClose }: Props): ReactNode {
  const { t } = useTranslation('stock')
  const [reason, setReason] = useState('')
  const { busy, note, run } = useSaving()
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (stockId === null) return
    if (await run([{ type: 'take_back_stock', stockId, reason: reason.trim() }])) onClose()
  }
  return (
    <Modal opened onClose={onClose} title={t('takeBack.title')} size={480} centered>
      <form className={classes.sheet} onSubmit={(event) => void submit(event)}>
        <p className={classes.soft}>{t('takeBack.text')}</p>
        <ReasonField
          label={t('takeBack.reason')}
          value={reason}
          reasons={t('takeBack.reasons', { returnObjects: true })}
          lengthMax={NOTE_LENGTH_MAX}
          onChange={setReason}
        />
        {note}
        <Button type="submit" variant="danger" large wide disabled={busy || reason.trim() === ''}>
          {t('takeBack.confirm')}
        </Button>
      </form>
    </Modal>
  )
}
