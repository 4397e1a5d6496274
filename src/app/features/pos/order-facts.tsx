import { IconAlertTriangleFilled, IconClock, IconHourglassHigh, IconSend } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { HiddenText } from '#app/ui/hidden-text.tsx'
import { useAge } from '#app/ui/use-age.ts'
import type { TableOrderView } from '#device/messages.ts'
import classes from './floor.module.css'
import { SERVICE_ICONS } from './service-icon.ts'
import { waitOf } from './table-wait.ts'

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const

interface Props {
  readonly orders: readonly TableOrderView[]
  readonly atTable: boolean
  readonly now: number
}

/** Whose order it is, for how many or for whom, and how long it waits. [FLOOR1] [FLOOR2] */
export function OrderFacts({ orders, atTable, now }: Props): ReactNode {
  const { t } = useTranslation('pos')
  const age = useAge()
  const [first] = orders
  if (first === undefined) return null
  const waits = orders.map((order) => waitOf(order, now))
  const [wait] = waits
  const long = waits.some((one) => one.long)
  const several = orders.length > 1
  return (
    <span className={classes.facts}>
      {several && (
        <span className={classes.fact} data-tone="bad">
          <IconAlertTriangleFilled {...ICON} />
          {t('floor.orders', { count: orders.length })}
        </span>
      )}
      {!several && atTable && <span>{first.number}</span>}
      {atTable && <Covers count={orders.reduce((sum, { covers }) => sum + covers, 0)} />}
      {!atTable && <WithoutTable order={first} />}
      {!several && <span>{first.waiter}</span>}
      {wait !== undefined && (
        <span className={classes.times}>
          <Time Icon={IconClock} label={t('floor.sinceOpen')} text={age(wait.openMs)} />
          {wait.sentMs !== null && (
            <Time Icon={IconSend} label={t('floor.sinceSent')} text={age(wait.sentMs)} />
          )}
          {long && (
            <span className={classes.fact} data-tone="busy">
              <IconHourglassHigh {...ICON} />
              {t('floor.long')}
            </span>
          )}
        </span>
      )}
    </span>
  )
}

function WithoutTable({ order }: { readonly order: TableOrderView }): ReactNode {
  const { t } = useTranslation('pos')
  const { time } = useFormat()
  const Icon = SERVICE_ICONS[order.service]
  return (
    <>
      <span className={classes.fact}>
        <Icon {...ICON} />
        {t(`service.${order.service}`)}
      </span>
      {order.guestName !== '' && <span>{order.number}</span>}
      {order.dueAt !== null && <strong>{t('floor.due', { time: time(order.dueAt) })}</strong>}
    </>
  )
}

function Covers({ count }: { readonly count: number }): ReactNode {
  const { t } = useTranslation('pos')
  const Icon = SERVICE_ICONS.dine_in
  return (
    <span className={classes.fact}>
      <Icon {...ICON} />
      <span aria-hidden>{count}</span>
      <HiddenText>{t('guests', { count })}</HiddenText>
    </span>
  )
}

interface TimeProps {
  readonly Icon: typeof IconClock
  readonly label: string
  readonly text: string
}

function Time({ Icon, label, text }: TimeProps): ReactNode {
  return (
    <span className={classes.fact}>
      <Icon {...ICON} />
      <HiddenText>{label}</HiddenText>
      {text}
    </span>
  )
}
