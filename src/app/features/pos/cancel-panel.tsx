import { useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { ReasonField } from '#app/ui/reason-field.tsx'
import type { OrderView } from '#device/messages.ts'
import { NOTE_LENGTH_MAX } from '#domain/limits.ts'
import { liveItems } from '#domain/order/bill.ts'
import dialog from './dialog.module.css'
import { useTellingCommand } from './failure-toast.ts'
import classes from './order-sheet.module.css'
import { useOrderWays } from './order-ways.ts'

const REASONS = ['actions.reasonMistake', 'actions.reasonLeft', 'actions.reasonDouble'] as const

interface Props {
  readonly view: OrderView
  readonly onDone: () => void
}

/** Only an order with nothing on it goes; else the way there is said. [ORDER5] */
export function CancelPanel({ view, onDone }: Props): ReactNode {
  const { t } = useTranslation('pos')
  const run = useTellingCommand()
  const ways = useOrderWays()
  const [reason, setReason] = useState('')
  const cancel = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const result = await run({ type: 'cancel_order', orderId: view.order.id, reason: reason.trim() })
    if (!result.ok) return
    onDone()
    ways.toFloor()
  }
  if (liveItems(view.items).length > 0 || view.totals.paid > 0 || view.merged.length > 0)
    return <Note tone="info" title={t('actions.cancelBlocked')} />
  return (
    <form className={dialog.form} onSubmit={(event) => void cancel(event)}>
      <p className={classes.text}>{t('actions.cancelText')}</p>
      <ReasonField
        label={t('actions.cancelReason')}
        value={reason}
        reasons={REASONS.map((key) => t(key))}
        lengthMax={NOTE_LENGTH_MAX}
        onChange={setReason}
      />
      <div className={dialog.actions}>
        <Button type="submit" variant="danger" disabled={reason.trim() === ''}>
          {t('actions.cancelConfirm')}
        </Button>
      </div>
    </form>
  )
}
