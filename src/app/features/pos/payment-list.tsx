import { IconArrowBackUp, IconCash, IconCreditCard, IconWallet } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import type { Payment, Refund } from '#domain/payment/payment.ts'
import { minor } from '#domain/money/money.ts'
import classes from './order-page.module.css'
import { useMethodName } from './use-method-name.ts'

const ICONS = { cash: IconCash, card: IconCreditCard } as const

/** Who paid how much how, and what of it was given back. */
export function PaymentList({ payments }: { readonly payments: readonly Payment[] }): ReactNode {
  const { t } = useTranslation('history')
  if (payments.length === 0) return <p className={classes.soft}>{t('page.noPayments')}</p>
  return (
    <ul className={classes.payments}>
      {payments.map((payment) => (
        <li key={payment.id}>
          <PaymentRow payment={payment} />
          {payment.refunds.map((refund) => (
            <RefundRow key={refund.refundId} refund={refund} />
          ))}
        </li>
      ))}
    </ul>
  )
}

function PaymentRow({ payment }: { readonly payment: Payment }): ReactNode {
  const { t } = useTranslation('history')
  const { money, time } = useFormat()
  const nameOf = useMethodName()
  const { method, amount, tip, rounding, tendered, change, takenAt, reference, status } = payment
  const Icon = method === 'cash' || method === 'card' ? ICONS[method] : IconWallet
  const facts = [
    ...(takenAt > 0 ? [time(takenAt)] : []),
    ...(status === 'taken' ? [] : [t(`page.paymentStatus.${status}`)]),
    ...(change > 0 ? [t('page.change', { given: money(tendered), change: money(change) })] : []),
    ...(tip > 0 ? [t('page.tip', { amount: money(tip) })] : []),
    ...(reference === '' ? [] : [reference]),
  ]
  return (
    <div className={classes.payment} data-gone={status === 'taken' ? undefined : true}>
      <Icon size={22} stroke={1.75} aria-hidden />
      <span className={classes.lineName}>
        {nameOf(payment)}
        <span className={classes.extras}>{facts.join(' · ')}</span>
      </span>
      <span className={classes.amount}>{money(minor(amount + rounding + tip))}</span>
    </div>
  )
}

function RefundRow({ refund }: { readonly refund: Refund }): ReactNode {
  const { t } = useTranslation('history')
  const { money, time } = useFormat()
  const nameOf = useMethodName()
  const { amount, rounding, tip, reason, at } = refund
  return (
    <div className={classes.payment} data-back>
      <IconArrowBackUp size={22} stroke={1.75} aria-hidden />
      <span className={classes.lineName}>
        {t('page.refund', { reason })}
        <span className={classes.extras}>{`${time(at)} · ${nameOf(refund)}`}</span>
      </span>
      <span className={classes.amount}>{money(-(amount + rounding + tip))}</span>
    </div>
  )
}
