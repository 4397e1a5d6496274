import { IconUsers } from '@tabler/icons-react'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Stepper } from '#app/ui/stepper.tsx'
import type { OrderView } from '#device/messages.ts'
import { COVERS_MAX } from '#domain/limits.ts'
import { useTellingCommand } from './failure-toast.ts'
import { OrderMore } from './order-more.tsx'
import { useTableLabel } from '#app/data/use-table-label.ts'
import classes from './slip.module.css'

interface Props extends Pick<OrderView, 'order' | 'tableName' | 'waiter' | 'readOnly'> {
  readonly back: ReactNode
}

/** Whose order this is, and how many sit there. */
export const SlipHead = memo(function SlipHead({
  order,
  tableName,
  waiter,
  readOnly,
  back,
}: Props): ReactNode {
  const { t } = useTranslation('pos')
  const label = useTableLabel()
  const run = useTellingCommand()
  return (
    <header className={classes.head}>
      {back}
      <div className={classes.where}>
        <h1 className={classes.whereName}>{label(tableName)}</h1>
        <span className={classes.whereFacts}>
          {order.number} · {waiter}
        </span>
      </div>
      {order.service === 'dine_in' && !readOnly && (
        <Stepper
          value={order.covers}
          min={1}
          max={COVERS_MAX}
          onChange={(covers) => void run({ type: 'set_covers', orderId: order.id, covers })}
          lessLabel={t('order.fewer')}
          moreLabel={t('order.more')}
          label={t('order.guests')}
          icon={<IconUsers size={18} stroke={1.75} aria-hidden />}
        />
      )}
      {!readOnly && <OrderMore orderId={order.id} />}
    </header>
  )
})
