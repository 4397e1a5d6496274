import { IconCheck, IconPrinter } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import type { OrderView } from '#device/messages.ts'
import { useTableLabel } from '#app/data/use-table-label.ts'
import { CheckReceipts } from './check-receipts.tsx'
import { useTellingCommand } from './failure-toast.ts'
import classes from './pay.module.css'

/** Longer ago, and somebody looks at an old order: nothing is printing. */
const JUST_PAID_MS = 60_000

interface Props {
  readonly view: OrderView
  readonly onDone: () => void
}

/** Paid. The one number that matters now is the change. */
export function PaidPanel({ view, onDone }: Props): ReactNode {
  const { t } = useTranslation('pos')
  const { money } = useFormat()
  const label = useTableLabel()
  const run = useTellingCommand()
  const [copied, setCopied] = useState(false)
  const { order } = view
  const [openedAt] = useState(() => Date.now())
  const justPaid = order.sale !== null && openedAt - order.sale.closedAt < JUST_PAID_MS
  const change = view.payments.reduce((sum, one) => sum + (one.status === 'taken' ? one.change : 0), 0)
  const again = async (): Promise<void> => {
    const result = await run({ type: 'print_receipt', orderId: order.id })
    if (result.ok) setCopied(true)
  }
  return (
    <div className={classes.done}>
      <span className={classes.doneMark}>
        <IconCheck size={44} stroke={2} aria-hidden />
      </span>
      <h1 className={classes.doneTitle}>{t('pay.doneTitle')}</h1>
      <span className={classes.soft}>
        {`${label(view.tableName)} · ${order.number} · ${t('pay.doneTotal', { amount: money(view.totals.total) })}`}
      </span>
      {view.review.map((reason) => (
        <Note key={reason} tone="busy" title={t('order.needsReview')} text={t(`order.review.${reason}`)} />
      ))}
      <span className={classes.changeLabel}>{t(change > 0 ? 'pay.changeDue' : 'pay.noChange')}</span>
      {change > 0 && <span className={classes.changeAmount}>{money(change)}</span>}
      <span className={classes.soft} role="status">
        {copied ? t('pay.againDone') : justPaid && t('pay.printing')}
      </span>
      <CheckReceipts view={view} />
      <div className={classes.doneActions}>
        <Button large icon={<IconPrinter size={22} stroke={1.75} aria-hidden />} onClick={() => void again()}>
          {t(order.checks.length === 0 ? 'pay.again' : 'pay.whole')}
        </Button>
        <Button variant="primary" large onClick={onDone} autoFocus>
          {t('pay.toTables')}
        </Button>
      </div>
    </div>
  )
}
