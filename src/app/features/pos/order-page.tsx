import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '#app/data/use-ask.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { ErrorState, LoadingState } from '#app/ui/states.tsx'
import type { OrderView } from '#device/messages.ts'
import { minor } from '#domain/money/money.ts'
import { AbsentOrder } from './absent-order.tsx'
import { OrderTotals } from './order-totals.tsx'
import classes from './order-page.module.css'
import { OrderStory } from './order-story.tsx'
import { PageActions } from './order-page-actions.tsx'
import { PageHead } from './order-page-head.tsx'
import { PaymentList } from './payment-list.tsx'
import { PriceDoubts } from './price-doubts.tsx'
import { ofTheOrder } from './reviews.ts'
import { SoldLines } from './sold-lines.tsx'

interface Props {
  readonly orderId: string
  readonly onBack: () => void
  readonly onTill: (orderId: string) => void
  /** To another order of the history. */
  readonly onShow: (orderId: string) => void
}

/** One order, whatever became of it: what was on it, what it cost, who paid how, and everything that happened. */
export function OrderPage({ orderId, onBack, onTill, onShow }: Props): ReactNode {
  const { t } = useTranslation(['history', 'common', 'pos'])
  const { data: view, error, refetch } = useAsk('order', { orderId })
  if (view === undefined && error !== null) {
    return (
      <ErrorState title={t('common:failed')} text={t('common:failedRemedy')}>
        <Button onClick={() => void refetch()}>{t('common:retry')}</Button>
      </ErrorState>
    )
  }
  if (view === undefined) return <LoadingState text={t('common:loading')} />
  if (view === null) return <AbsentOrder orderId={orderId} onBack={onBack} />
  const { mergedInto, status } = view.order
  return (
    <article className={classes.page} aria-label={t('page.title', { number: view.order.number })}>
      <PageHead view={view} onBack={onBack} />
      <div className={classes.body}>
        {ofTheOrder(view.review).map((reason) => (
          <Note
            key={reason}
            tone="busy"
            title={t(`pos:order.review.${reason}`)}
            text={t(`pos:order.reviewDo.${reason}`)}
          />
        ))}
        <PriceDoubts view={view} />
        {status === 'merged' && mergedInto !== null && (
          <div className={classes.merged}>
            <Note tone="info" title={t('page.mergedInto')} />
            <Button onClick={() => onShow(mergedInto)}>{t('page.openRoot')}</Button>
          </div>
        )}
        <PageActions view={view} onTill={() => onTill(orderId)} />
        <div className={classes.columns}>
          <Money view={view} />
          <OrderStory orderId={orderId} />
        </div>
      </div>
    </article>
  )
}

/** As the receipt says it: lines, totals, payments. */
function Money({ view }: { readonly view: OrderView }): ReactNode {
  const { t } = useTranslation('history')
  // What was paid stands below, payment by payment.
  const totals = view.order.status === 'open' ? view.totals : { ...view.totals, paid: minor(0) }
  return (
    <div className={classes.money}>
      <section className={classes.card} aria-label={t('page.lines')}>
        <h2 className={classes.heading}>{t('page.lines')}</h2>
        <SoldLines view={view} />
        <OrderTotals totals={totals} />
      </section>
      <section className={classes.card} aria-label={t('page.payments')}>
        <h2 className={classes.heading}>{t('page.payments')}</h2>
        <PaymentList payments={view.payments} />
      </section>
    </div>
  )
}
