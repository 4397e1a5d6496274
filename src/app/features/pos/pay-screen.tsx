import { IconCash, IconCreditCard } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '#app/data/use-ask.ts'
import { useFormat } from '#app/data/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { EmptyState, LoadingState } from '#app/ui/states.tsx'
import type { OrderView } from '#device/messages.ts'
import type { CheckBalance } from '#domain/check/balances.ts'
import { REST } from '#domain/check/check.ts'
import type { Method } from '#domain/payment/payment.ts'
import { DiscountButton } from './bill-actions.tsx'
import { BillSummary } from './bill-summary.tsx'
import { CardPane } from './card-pane.tsx'
import { CashPane } from './cash-pane.tsx'
import { BillButton } from './bill-button.tsx'
import { CheckReceiptsButton } from './check-receipts-button.tsx'
import { ChecksBar } from './checks-bar.tsx'
import { PaidPanel } from './paid-panel.tsx'
import classes from './pay.module.css'
import { SplitButtons } from './split-button.tsx'
import { useCheckName } from './use-check-name.ts'
import { checkToPay, useChecks } from './use-checks.ts'

interface Props {
  readonly orderId: string
  readonly onBack: () => void
  readonly onDone: () => void
}

/** Taking the money: in one piece or in several, each with its own way to pay. */
export function PayScreen({ orderId, onBack, onDone }: Props): ReactNode {
  const { t } = useTranslation(['pos', 'common'])
  const { data: view } = useAsk('order', { orderId })
  if (view === undefined) return <LoadingState text={t('common:loading')} />
  if (view === null) {
    return (
      <EmptyState title={t('order.gone')} text={t('order.goneText')}>
        <Button onClick={onDone}>{t('pay.toTables')}</Button>
      </EmptyState>
    )
  }
  if (view.order.status === 'closed') return <PaidPanel view={view} onDone={onDone} />
  const nothing = view.items.every((item) => item.status === 'voided') || view.order.status === 'cancelled'
  if (nothing) {
    return (
      <EmptyState title={t('pay.nothing')} text={t('pay.nothingText')}>
        <Button onClick={onBack}>{t('pay.back')}</Button>
      </EmptyState>
    )
  }
  return <OpenBill view={view} onBack={onBack} />
}

interface OpenProps {
  readonly view: OrderView
  readonly onBack: () => void
}

/** The bill beside the money; of a split one, the check that is paid now. */
function OpenBill({ view, onBack }: OpenProps): ReactNode {
  const checks = useChecks(view)
  const [chosen, setChosen] = useState<string | null>(null)
  const check = checkToPay(checks, chosen)
  return (
    <div className={classes.screen}>
      <BillSummary view={view} check={check} onBack={onBack} />
      <div className={classes.pane}>
        <div className={classes.inner}>
          {checks.length > 0 && <ChecksBar checks={checks} chosen={check?.id ?? null} onChoose={setChosen} />}
          <div className={`${classes.tools} ${classes.phoneTools}`}>
            <DiscountButton view={view} />
            <SplitButtons view={view} />
            <BillButton orderId={view.order.id} checkId={check?.id ?? null} />
            <CheckReceiptsButton view={view} />
          </div>
          <Taking key={`${view.payments.length} ${check?.id ?? ''}`} view={view} check={check} />
        </div>
      </div>
    </div>
  )
}

const METHODS = [
  { id: 'cash', Icon: IconCash },
  { id: 'card', Icon: IconCreditCard },
] as const

interface TakingProps {
  readonly view: OrderView
  /** Null: the order is not split, or what is left is nobody's. */
  readonly check: CheckBalance | null
}

/** Begins anew after every part paid: what was typed for one part says nothing of the next. */
function Taking({ view, check }: TakingProps): ReactNode {
  const { t } = useTranslation('pos')
  const { money } = useFormat()
  const nameOf = useCheckName()
  const [method, setMethod] = useState<Method>('cash')
  const fresh = view.items.reduce((sum, item) => sum + (item.status === 'new' ? item.qty : 0), 0)
  const due = Math.min(check?.balance ?? view.totals.balance, view.totals.balance)
  const payee = { orderId: view.order.id, checkId: check === null || check.id === REST ? null : check.id }
  return (
    <>
      <div className={classes.due}>
        <span className={classes.dueLabel}>
          {check === null ? t('pay.due') : t('split.due', { check: nameOf(check) })}
        </span>
        <span className={classes.dueAmount}>{money(due)}</span>
      </div>
      {fresh > 0 && <Note tone="info" title={t('pay.unsent', { count: fresh })} />}
      <div className={classes.tabs} role="group" aria-label={t('pay.methods')}>
        {METHODS.map(({ id, Icon }) => (
          <button
            key={id}
            type="button"
            className={classes.tab}
            aria-pressed={method === id}
            onClick={() => setMethod(id)}
          >
            <Icon size={22} stroke={1.75} aria-hidden />
            {t(`pay.${id}`)}
          </button>
        ))}
      </div>
      {method === 'cash' ? <CashPane payee={payee} due={due} /> : <CardPane payee={payee} due={due} />}
    </>
  )
}
