import {
  IconBellRinging,
  IconCircleDashed,
  IconCoins,
  IconLink,
  IconPencil,
  IconToolsKitchen2,
} from '@tabler/icons-react'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { useTableLabel } from '#app/data/use-table-label.ts'
import type { TableOrderView, TableState } from '#device/messages.ts'
import classes from './floor.module.css'
import { OrderFacts } from './order-facts.tsx'

interface Props {
  readonly name: string
  readonly state: TableState
  /** Null: an order without a table. */
  readonly seats: number | null
  readonly orders: readonly TableOrderView[]
  /** The table or order it is merged with. */
  readonly joined: string | null
  /** Passed in, so that all tables age together and none has a clock of its own. */
  readonly now: number
  readonly onPress: () => void
}

const ICONS = {
  free: IconCircleDashed,
  taken: IconPencil,
  sent: IconToolsKitchen2,
  part_paid: IconCoins,
  ready: IconBellRinging,
} as const satisfies { readonly [state in TableState]: unknown }

/** A table (or an order without one) with its state in colour, sign and word. [FLOOR1] */
export const TableButton = memo(function TableButton({
  name,
  state,
  seats,
  orders,
  joined,
  now,
  onPress,
}: Props): ReactNode {
  const { t } = useTranslation('pos')
  const { money } = useFormat()
  const label = useTableLabel()
  const Icon = ICONS[state]
  const unsent = orders.reduce((sum, order) => sum + order.unsent, 0)
  const total = orders.reduce((sum, order) => sum + order.total, 0)
  return (
    <button type="button" className={classes.table} data-state={state} onClick={onPress}>
      <span className={classes.head}>
        <span className={classes.name}>{name}</span>
        <span className={classes.state}>
          <Icon size={18} stroke={1.75} aria-hidden />
          {t(`floor.${state}`)}
        </span>
      </span>
      {orders.length === 0 && seats !== null && (
        <span className={classes.facts}>{t('floor.seats', { count: seats })}</span>
      )}
      {joined !== null && (
        <span className={classes.facts}>
          <span className={classes.fact}>
            <IconLink size={16} stroke={1.75} aria-hidden />
            {t('floor.joined', { place: label(joined) })}
          </span>
        </span>
      )}
      {joined === null && orders.length > 0 && (
        <>
          <OrderFacts orders={orders} atTable={seats !== null} now={now} />
          <span className={classes.foot}>
            <span className={classes.total}>{money(total)}</span>
            {unsent > 0 && <span className={classes.unsent}>{t('floor.unsent', { count: unsent })}</span>}
          </span>
        </>
      )}
    </button>
  )
})
