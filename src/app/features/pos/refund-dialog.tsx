import { Modal } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '#app/data/use-ask.ts'
import { useFormat } from '#app/data/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { ReasonField } from '#app/ui/reason-field.tsx'
import type { OrderView } from '#device/messages.ts'
import { NOTE_LENGTH_MAX } from '#domain/limits.ts'
import type { Payment, Refund } from '#domain/payment/payment.ts'
import { refundable, refundWays, type RefundWay } from './refund-draft.ts'
import { RefundWhat } from './refund-what.tsx'
import classes from './refund.module.css'
import { useMethodName } from './use-method-name.ts'
import { useRefund } from './use-refund.ts'

interface Props {
  readonly view: OrderView
  readonly onClose: () => void
}

/** Money back to a guest: of which payment, how much, how, and never without a reason. [REFUND1] */
export function RefundDialog({ view, onClose }: Props): ReactNode {
  const { t } = useTranslation('history')
  const { money } = useFormat()
  const nameOf = useMethodName()
  const [chosen, setChosen] = useState<string | null>(null)
  // The one that is being given back stays chosen when nothing of it is left.
  const payments = view.payments.filter((one) => one.id === chosen || refundable(view).includes(one))
  const payment = payments.find(({ id }) => id === chosen) ?? payments[0]
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('refund.title', { number: view.order.number })}
      size={760}
      yOffset="2dvh"
    >
      <div className={classes.dialog}>
        {payments.length > 1 && (
          <div className={classes.choices} role="group" aria-label={t('refund.which')}>
            {payments.map((one) => (
              <Button
                key={one.id}
                aria-pressed={one.id === payment?.id}
                onClick={() => setChosen(one.id)}
              >{`${nameOf(one)} ${money(one.amount + one.tip)}`}</Button>
            ))}
          </div>
        )}
        {payment !== undefined && (
          <RefundForm
            key={payment.id}
            {...{ view, payment, onClose }}
            onBegun={() => setChosen(payment.id)}
          />
        )}
      </div>
    </Modal>
  )
}

const REASONS = [
  'refund.reasonQuality',
  'refund.reasonWrong',
  'refund.reasonPaid',
  'refund.reasonGesture',
] as const

interface FormProps extends Props {
  readonly payment: Payment
  readonly onBegun: () => void
}

function RefundForm({ view, payment, onClose, onBegun }: FormProps): ReactNode {
  const { t } = useTranslation('history')
  const { money } = useFormat()
  const nameOf = useMethodName()
  const draft = useRefund(view, payment)
  const ways = refundWays(payment, useAsk('paying', null).data?.methods ?? [])
  const [wayIndex, setWayIndex] = useState(0)
  const [reason, setReason] = useState('')
  const { sum, busy } = draft
  const way = ways[wayIndex]
  const total = sum.amount + sum.tip
  const given = payment.refunds.find(({ refundId }) => refundId === draft.done)
  if (given !== undefined) return <Given refund={given} onClose={onClose} />
  const give = (): void => {
    onBegun()
    if (way !== undefined) void draft.give(way, reason)
  }
  const ready = total > 0 && !sum.above && reason.trim() !== '' && !busy
  return (
    <div className={classes.form}>
      <RefundWhat view={view} payment={payment} draft={draft} />
      <div className={classes.what}>
        <div className={classes.choices} role="group" aria-label={t('refund.ways')}>
          {ways.map((one, index) => (
            <Button
              key={`${one.method} ${one.methodName}`}
              aria-pressed={index === wayIndex}
              onClick={() => setWayIndex(index)}
            >
              {nameOf(one)}
            </Button>
          ))}
        </div>
        <Note tone="info" title={t(noteOf(way))} />
        <ReasonField
          label={t('refund.reason')}
          value={reason}
          reasons={REASONS.map((key) => t(key))}
          lengthMax={NOTE_LENGTH_MAX}
          onChange={setReason}
        />
        <Button variant="primary" large wide disabled={!ready} onClick={give}>
          {total > 0 && !sum.above ? t('refund.give', { amount: money(total) }) : t('refund.giveNothing')}
        </Button>
      </div>
    </div>
  )
}

function noteOf(way: RefundWay | undefined) {
  if (way?.method === 'cash') return 'refund.byCash'
  return way?.method === 'card' ? 'refund.byCard' : 'refund.byOther'
}

interface GivenProps {
  readonly refund: Refund
  readonly onClose: () => void
}

/** Recorded. The one number that matters now is what to hand over, as coins can pay it. [REFUND6] */
function Given({ refund, onClose }: GivenProps): ReactNode {
  const { t } = useTranslation('history')
  const { money } = useFormat()
  const { amount, rounding, tip, method } = refund
  return (
    <div className={classes.given} role="status">
      <IconCheck size={44} stroke={2} aria-hidden className={classes.mark} />
      <span>{t(method === 'cash' ? 'refund.doneCash' : 'refund.done')}</span>
      <span className={classes.sum}>{money(amount + rounding + tip)}</span>
      <Button variant="primary" large onClick={onClose}>
        {t('refund.close')}
      </Button>
    </div>
  )
}
