import { IconBellRinging, IconCircleDashed, IconPaperBag, IconUsers } from '@tabler/icons-react'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { useAge } from '#app/ui/use-age.ts'
import type { TableOrderView, TableState } from '#device/messages.ts'
import classes from './floor.module.css'

interface Props {
  readonly name: string
  readonly state: TableState
  readonly seats: number | null
  readonly orders: readonly TableOrderView[]
  /** Passed in, so that all tables age together and none has a clock of its own. */
  readonly now: number
  readonly onPress: () => void
}

const ICONS = { free: IconCircleDashed, taken: IconUsers, ready: IconBellRinging } as const

/** A table (or a takeaway order) with its state in colour, sign and word. */
export const TableButton = memo(function TableButton({
  name,
  state,
  seats,
  orders,
  now,
  onPress,
}: Props): ReactNode {
  const { t } = useTranslation('pos')
  const { money } = useFormat()
  const age = useAge()
  const out = seats === null
  const Icon = out && state === 'taken' ? IconPaperBag : ICONS[state]
  const [first] = orders
  const several = orders.length > 1
  const unsent = orders.reduce((sum, order) => sum + order.unsent, 0)
  const total = orders.reduce((sum, order) => sum + order.total, 0)
  return (
    <button type="button" className={classes.table} data-state={state} onClick={onPress}>
      <span className={classes.head}>
        <span className={classes.name}>{name}</span>
        <span className={classes.state}>
          <Icon size={18} stroke={1.75} aria-hidden />
          {t(out && state === 'taken' ? 'floor.open' : `floor.${state}`)}
        </span>
      </span>
      <span className={classes.facts}>
        {first === undefined && !out && <span>{t('floor.seats', { count: seats })}</span>}
        {first !== undefined && (
          <>
            {!out && <span>{several ? t('floor.orders', { count: orders.length }) : first.number}</span>}
            {!out && <span>{t('guests', { count: first.covers })}</span>}
            {out && <span>{first.waiter}</span>}
            <span>{age(now - first.openedAt)}</span>
          </>
        )}
      </span>
      {first !== undefined && (
        <span className={classes.foot}>
          <span className={classes.total}>{money(total)}</span>
          {unsent > 0 && <span className={classes.unsent}>{t('floor.unsent', { count: unsent })}</span>}
        </span>
      )}
    </button>
  )
})
