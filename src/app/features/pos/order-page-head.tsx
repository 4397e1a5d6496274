import { IconArrowLeft } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { useTableLabel } from '#app/data/use-table-label.ts'
import { IconButton } from '#app/ui/button.tsx'
import type { OrderView } from '#device/messages.ts'
import { coversOf } from '#domain/order/bill.ts'
import classes from './order-page.module.css'
import { StatusChip } from './status-chip.tsx'

interface Props {
  readonly view: OrderView
  readonly onBack: () => void
}

/** Which order it is, in the words people ask for it with. */
export function PageHead({ view, onBack }: Props): ReactNode {
  const { t } = useTranslation(['history', 'pos'])
  const { date, time } = useFormat()
  const label = useTableLabel()
  const { order, tableName, waiter } = view
  const { number, service, guest, openedAt, sale, status } = order
  const place = tableName === null ? t(`pos:service.${service}`) : label(tableName)
  const facts = [
    `${date(openedAt)}, ${time(openedAt)}`,
    ...(sale === null ? [] : [t('page.closed', { time: time(sale.closedAt) })]),
    waiter,
    t('pos:guests', { count: coversOf(view) }),
    ...[guest.name, guest.contact, guest.address].filter((words) => words !== ''),
  ]
  return (
    <header className={classes.head}>
      <span className={classes.back}>
        <IconButton label={t('page.back')} variant="plain" onClick={onBack}>
          <IconArrowLeft size={22} stroke={1.75} aria-hidden />
        </IconButton>
      </span>
      <div className={classes.title}>
        <h2 className={classes.name}>
          {number} <span className={classes.place}>{place}</span>
        </h2>
        <span className={classes.facts}>{facts.join(' · ')}</span>
      </div>
      <StatusChip status={status} />
    </header>
  )
}
