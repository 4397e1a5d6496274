import { SegmentedControl } from '@mantine/core'
import {
  IconArrowsExchange,
  IconArrowsJoin,
  IconArrowsMove,
  IconChevronRight,
  IconTrash,
  IconUserShare,
  IconAddressBook,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FloorView, OrderView } from '#device/messages.ts'
import { SERVICES, type Service } from '#domain/order/order.ts'
import { useTellingCommand } from './failure-toast.ts'
import { MergedOrders } from './merged-orders.tsx'
import { OrderReviews } from './order-reviews.tsx'
import classes from './order-sheet.module.css'

const ACTIONS = [
  ['moveTable', IconArrowsMove],
  ['moveItems', IconArrowsExchange],
  ['merge', IconArrowsJoin],
  ['transfer', IconUserShare],
  ['guest', IconAddressBook],
  ['cancel', IconTrash],
] as const

export type Panel = (typeof ACTIONS)[number][0]

interface Props {
  readonly view: OrderView
  readonly floor: FloorView
  readonly onChoose: (panel: Panel) => void
  readonly onDone: () => void
}

/** What can be done with the order, and what somebody has to look at. */
export function OrderActionList({ view, floor, onChoose, onDone }: Props): ReactNode {
  const { t } = useTranslation('pos')
  const run = useTellingCommand()
  const { order } = view
  const choose = (service: string): void => {
    const wanted = SERVICES.find((one) => one === service)
    if (wanted !== undefined) void run({ type: 'set_service', orderId: order.id, service: wanted })
  }
  return (
    <div className={classes.panel}>
      <OrderReviews view={view} floor={floor} onMerge={() => onChoose('merge')} />
      <MergedOrders view={view} onDone={onDone} />
      <div className={classes.actions}>
        {ACTIONS.map(([panel, Icon]) => (
          <button
            key={panel}
            type="button"
            className={classes.action}
            data-danger={panel === 'cancel' || undefined}
            onClick={() => onChoose(panel)}
          >
            <Icon size={24} stroke={1.75} aria-hidden />
            <span className={classes.grow}>{t(`actions.${panel}`)}</span>
            <IconChevronRight size={20} stroke={1.75} aria-hidden />
          </button>
        ))}
      </div>
      <div>
        <span className={classes.label}>{t('actions.service')}</span>
        <SegmentedControl
          size="md"
          fullWidth
          className={classes.services ?? ''}
          aria-label={t('actions.service')}
          value={order.service}
          onChange={choose}
          data={SERVICES.map((value: Service) => ({ value, label: t(`service.${value}`) }))}
        />
      </div>
    </div>
  )
}
