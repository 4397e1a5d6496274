import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { useTableLabel } from '#app/data/use-table-label.ts'
import { EmptyState } from '#app/ui/states.tsx'
import classes from './order-sheet.module.css'
import type { PlacedOrder } from './other-orders.ts'

interface Props {
  readonly orders: readonly PlacedOrder[]
  readonly label: (place: string) => string
  readonly onPick: (order: PlacedOrder, place: string) => void
}

/** One of the other open orders. */
export function OrderPick({ orders, label, onPick }: Props): ReactNode {
  const { t } = useTranslation('pos')
  const { money } = useFormat()
  const tableLabel = useTableLabel()
  if (orders.length === 0) return <EmptyState title={t('actions.noOther')} text={t('actions.noOtherText')} />
  return (
    <div className={classes.actions}>
      {orders.map((order) => {
        const place = order.tableName === null ? order.guestName || order.number : tableLabel(order.tableName)
        return (
          <button
            key={order.orderId}
            type="button"
            className={classes.action}
            aria-label={label(`${place} ${order.number}`)}
            onClick={() => onPick(order, place)}
          >
            <span className={classes.grow}>
              <strong>{place}</strong>
              <span className={classes.soft}>
                {order.number} · {order.tableName === null ? t(`service.${order.service}`) : order.waiter}
              </span>
            </span>
            <span>{money(order.total)}</span>
          </button>
        )
      })}
    </div>
  )
}
