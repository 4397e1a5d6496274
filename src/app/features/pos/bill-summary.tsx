import { IconArrowLeft, IconCash, IconCreditCard } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import type { OrderView } from '#device/messages.ts'
import type { CheckBalance } from '#domain/check/balances.ts'
import type { CheckLine } from '#domain/check/check-totals.ts'
import type { Item } from '#domain/item/item.ts'
import { lineAmount, liveItems } from '#domain/order/bill.ts'
import { useTableLabel } from '#app/data/use-table-label.ts'
import { DiscountButton, LazyDiscountDialog } from './bill-actions.tsx'
import { BillButton } from './bill-button.tsx'
import { CheckReceiptsButton } from './check-receipts-button.tsx'
import { SplitButtons } from './split-button.tsx'
import { OrderTotals } from './order-totals.tsx'
import classes from './pay.module.css'

interface Props {
  readonly view: OrderView
  /** The check that is paid now: only its lines are shown, with its part of each. */
  readonly check: CheckBalance | null
  readonly onBack: () => void
}

/** What the guest pays for, to answer "what is this?" while paying. */
export function BillSummary({ view, check, onBack }: Props): ReactNode {
  const { t } = useTranslation('pos')
  const { money } = useFormat()
  const label = useTableLabel()
  const [discounting, setDiscounting] = useState<string | null>(null)
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
        {liveItems(view.items).map((item) => {
          const part = check?.lines.find(({ itemId }) => itemId === item.id)
          if (check !== null && check.lines.length > 0 && part === undefined) return null
          return (
            <BillLine
              key={item.id}
              item={item}
              part={part ?? null}
              onChoose={view.readOnly ? null : setDiscounting}
            />
          )
        })}
      </ul>
      {discounting !== null && (
        <LazyDiscountDialog view={view} itemId={discounting} onClose={() => setDiscounting(null)} />
      )}
      <div className={classes.billFoot}>
        <div className={classes.tools}>
          <DiscountButton view={view} />
          <SplitButtons view={view} />
          <BillButton orderId={view.order.id} checkId={check?.id ?? null} />
          <CheckReceiptsButton view={view} />
        </div>
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

interface LineProps {
  readonly item: Item
  readonly part: CheckLine | null
  readonly onChoose: ((itemId: string) => void) | null
}

/** What it is, what it costs, and what was taken off it; a tap gives something off. */
function BillLine({ item, part, onChoose }: LineProps): ReactNode {
  const { t } = useTranslation('pos')
  const { money } = useFormat()
  const off = item.discounts.map((one) => (one.kind === 'comp' ? t('discount.comp') : one.name))
  return (
    <li>
      <button
        type="button"
        className={classes.billLine}
        disabled={onChoose === null}
        title={t('discount.of', { name: item.name })}
        onClick={() => onChoose?.(item.id)}
      >
        <span>{item.qty} ×</span>
        <span>
          {item.name}
          {part !== null && part.of > 1 && part.parts < part.of && (
            <span className={classes.part}>{` ${part.parts}/${part.of}`}</span>
          )}
          {off.length > 0 && <span className={classes.off}>{off.join(', ')}</span>}
        </span>
        <span>{money(part?.amount ?? lineAmount(item))}</span>
      </button>
    </li>
  )
}
