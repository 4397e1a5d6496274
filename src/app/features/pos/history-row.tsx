import { IconAlertTriangle, IconArrowBackUp } from '@tabler/icons-react'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { useTableLabel } from '#app/data/use-table-label.ts'
import { Chip } from '#app/ui/chip.tsx'
import type { HistoryRow } from '#device/messages/history-views.ts'
import { StatusChip } from './status-chip.tsx'
import classes from './history.module.css'

interface Props {
  readonly row: HistoryRow
  readonly chosen: boolean
  readonly onShow: (orderId: string) => void
}

/** An order in one glance: where, whose, when, how much, and what became of it. */
export const HistoryRowButton = memo(function HistoryRowButton({ row, chosen, onShow }: Props): ReactNode {
  const { t } = useTranslation(['history', 'pos'])
  const { money, time } = useFormat()
  const label = useTableLabel()
  const { orderId, number, tableName, service, guestName, waiter, openedAt, closedAt, total, refunded } = row
  const place = tableName === null ? t(`pos:service.${service}`) : label(tableName)
  return (
    <li>
      <button
        type="button"
        className={classes.row}
        aria-current={chosen || undefined}
        onClick={() => onShow(orderId)}
      >
        <span className={classes.where}>
          <span className={classes.number}>{number}</span>
          <span className={classes.place}>{guestName === '' ? place : `${place} · ${guestName}`}</span>
        </span>
        <span className={classes.total}>{money(total)}</span>
        <span className={classes.facts}>
          {`${time(openedAt)}${closedAt === null ? '' : ` – ${time(closedAt)}`} · ${waiter}`}
        </span>
        <span className={classes.chips}>
          {row.needsReview && (
            <Chip tone="busy" icon={<IconAlertTriangle size={16} aria-hidden />}>
              {t('review')}
            </Chip>
          )}
          {refunded > 0 ? (
            <Chip tone="busy" icon={<IconArrowBackUp size={16} aria-hidden />}>
              {t('refunded', { amount: money(refunded) })}
            </Chip>
          ) : (
            <StatusChip status={row.status} />
          )}
        </span>
      </button>
    </li>
  )
})
