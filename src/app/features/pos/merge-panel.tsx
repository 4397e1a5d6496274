import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FloorView, OrderView } from '#device/messages.ts'
import { useTellingCommand } from './failure-toast.ts'
import { OrderPick } from './order-pick.tsx'
import classes from './order-sheet.module.css'
import { useOrderWays } from './order-ways.ts'
import { otherOrders } from './other-orders.ts'

interface Props {
  readonly view: OrderView
  readonly floor: FloorView
  readonly onDone: () => void
}

/** This order counts for another from then on, and that one is shown. [MERGE1] */
export function MergePanel({ view, floor, onDone }: Props): ReactNode {
  const { t } = useTranslation('pos')
  const run = useTellingCommand()
  const ways = useOrderWays()
  const orderId = view.order.id
  const merge = async (into: string): Promise<void> => {
    const result = await run({ type: 'merge_orders', orderId, into, reason: '' })
    if (!result.ok) return
    onDone()
    ways.toOrder(into)
  }
  return (
    <>
      <p className={classes.text}>{t('actions.mergeText')}</p>
      <OrderPick
        orders={otherOrders(floor, orderId)}
        label={(place) => t('actions.mergeInto', { place })}
        onPick={(order) => void merge(order.orderId)}
      />
    </>
  )
}
