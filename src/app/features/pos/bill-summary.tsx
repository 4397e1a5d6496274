import { IconArrowLeft, IconCash, IconCreditCard } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import type { OrderView } from '#device/messages.ts'
import { lineAmount, liveItems } from '#domain/order/bill.ts'
import { useTableLabel } from '#app/data/use-table-label.ts'
import { OrderTotals } from './order-totals.tsx'
import classes from './pay.module.css'

interface Props {
  readonly view: OrderView
  readonly onBack: () => void
}

/** What the guest pays for, to answer "what is this?" while paying. */
export function BillSummary({ view, onBack }: Props): ReactNode {
  const { t } = useTranslation('pos')
  const { money } = useFormat()
  const label = useTableLabel()
  const paid = view.payments.filter((payment) => payment.status === 'taken')
  return (
    <section className={classes.bill} aria-label={t('pay.title', { number: view.order.number })}>
      <header className={classes.billHead}>
        <Button icon={<IconArrowLeft size={22} stroke={1.75} aria-hidden />} onClick={onBack}>
          {t('pay.back')}
        </Button>
        <div>
          <h1 className={classes.billTitle}>{label(view.tableName)}</h1>
          <span className={classes.soft}>{view.order.number}</span>
        </div>
      </header>
      <ul className={classes.billLines}>
        {liveItems(view.items).map((item) => (
          <li key={item.id} className={classes.billLine}>
            <span>{item.qty} ×</span>
            <span>{item.name}</span>
            <span>{money(lineAmount(item))}</span>
          </li>
        ))}
      </ul>
      <div className={classes.billFoot}>
        {paid.length > 0 && (
          <ul className={classes.payments} aria-label={t('pay.payments')}>
            {paid.map((payment) => (
              <li key={payment.id}>
                {payment.method === 'cash' ? (
                  <IconCash size={20} aria-hidden />
                ) : (
                  <IconCreditCard size={20} aria-hidden />
                )}
                <span>
                  {payment.methodName !== ''
                    ? payment.methodName
                    : t(payment.method === 'other' ? 'pay.otherMethod' : `pay.${payment.method}`)}
                </span>
                <span>{money(payment.amount)}</span>
              </li>
            ))}
          </ul>
        )}
        <OrderTotals totals={view.totals} />
      </div>
    </section>
  )
}
