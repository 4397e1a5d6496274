import { IconPaperBag } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#app/ui/states.tsx'
import { useNow } from '#app/ui/use-now.ts'
import type { TableOrderView } from '#device/messages.ts'
import classes from './floor.module.css'
import { TableButton } from './table-button.tsx'

const AGE_STEP_MS = 15_000

interface Props {
  readonly orders: readonly TableOrderView[]
  readonly onOpenOrder: (orderId: string) => void
}

export function TakeawayList({ orders, onOpenOrder }: Props): ReactNode {
  const { t } = useTranslation('pos')
  const now = useNow(AGE_STEP_MS)
  if (orders.length === 0) {
    return (
      <EmptyState
        icon={<IconPaperBag size={36} stroke={1.5} />}
        title={t('floor.noTakeaway')}
        text={t('floor.noTakeawayText')}
      />
    )
  }
  return (
    <div className={classes.grid}>
      {orders.map((order) => (
        <TableButton
          key={order.orderId}
          name={order.guestName === '' ? order.number : order.guestName}
          state={order.state}
          seats={null}
          joined={null}
          orders={[order]}
          now={now}
          onPress={() => onOpenOrder(order.orderId)}
        />
      ))}
    </div>
  )
}
