import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import type { FloorView, OrderView } from '#device/messages.ts'
import classes from './order-sheet.module.css'
import { sharingOrders } from './other-orders.ts'
import { PriceDoubts } from './price-doubts.tsx'
import { ofTheOrder } from './reviews.ts'

interface Props {
  readonly view: OrderView
  readonly floor: FloorView
  readonly onMerge: () => void
}

/** What devices did to this order without seeing each other, and what a person can do about it. [REVIEW10] */
export function OrderReviews({ view, floor, onMerge }: Props): ReactNode {
  const { t } = useTranslation('pos')
  const sharing = sharingOrders(floor, view.order.id)
  return (
    <>
      {ofTheOrder(view.review).map((reason) => (
        <Note
          key={reason}
          tone="busy"
          title={t(`order.review.${reason}`)}
          text={t(`order.reviewDo.${reason}`)}
        />
      ))}
      <PriceDoubts view={view} />
      {sharing.length > 0 && (
        <div className={classes.panel}>
          <Note
            tone="busy"
            title={t('actions.shared')}
            text={t('actions.sharedText', { number: sharing.map(({ number }) => number).join(', ') })}
          />
          <Button onClick={onMerge}>{t('actions.merge')}</Button>
        </div>
      )}
    </>
  )
}
