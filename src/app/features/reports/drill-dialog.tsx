import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { AnswerRefused } from '#app/data/answer-refused.tsx'
import { Button } from '#app/ui/button.tsx'
import { LoadingState } from '#app/ui/states.tsx'
import type { DrillOrder } from '#domain/report/drill-view.ts'
import type { ReportRange } from '#domain/report/range-view.ts'
import type { OpenedRow } from './range-figures.tsx'
import { useDrill } from './use-drill.ts'
import { useReportWords } from './use-report-words.ts'
import classes from './drill-dialog.module.css'

interface Props {
  readonly range: ReportRange
  /** Whether its figures are the server's. */
  readonly fromServer: boolean
  /** Null: nothing is opened. */
  readonly opened: OpenedRow | null
  readonly onClose: () => void
  readonly onOpenOrder: (orderId: string) => void
}

/** The orders behind a figure, each with its part of it. [REPORT10] */
export function DrillDialog({ opened, onClose, ...rest }: Props): ReactNode {
  return (
    <Modal opened={opened !== null} onClose={onClose} title={opened?.title ?? ''} size={620}>
      {opened !== null && <Orders {...rest} opened={opened} />}
    </Modal>
  )
}

interface OrdersProps extends Omit<Props, 'opened' | 'onClose'> {
  readonly opened: OpenedRow
}

function Orders({ range, fromServer, opened, onOpenOrder }: OrdersProps): ReactNode {
  const { t } = useTranslation('reports')
  const { orders, next, busy, failure, more } = useDrill(range, opened.drill, fromServer)
  if (failure !== null) return <AnswerRefused failure={failure} />
  return (
    <>
      <ul className={classes.list} aria-label={opened.title} aria-busy={busy}>
        {orders.map((order) => (
          <OrderLine key={order.key} order={order} onOpen={() => onOpenOrder(order.orderId)} />
        ))}
      </ul>
      {busy && orders.length === 0 && <LoadingState text={t('drill.loading')} />}
      {!busy && orders.length === 0 && next === null && <p className={classes.none}>{t('drill.none')}</p>}
      {next !== null && (
        <Button variant="quiet" wide disabled={busy} onClick={more}>
          {t(busy ? 'drill.loading' : 'drill.more')}
        </Button>
      )}
    </>
  )
}

interface LineProps {
  readonly order: DrillOrder
  readonly onOpen: () => void
}

function OrderLine({ order, onOpen }: LineProps): ReactNode {
  const { t, money, shortDate, time } = useReportWords()
  const { number, tableName, waiter, date, at, part, total } = order
  const where = tableName === null ? '' : t('list.tableName', { name: tableName })
  return (
    <li>
      <button type="button" className={classes.line} onClick={onOpen}>
        <span className={classes.number}>{number}</span>
        <span className={classes.about}>
          {[`${shortDate(date)} ${time(at)}`, where, waiter].filter((word) => word !== '').join(' · ')}
        </span>
        <span className={classes.part}>{money(part.amount)}</span>
        {total !== null && total !== part.amount && (
          <span className={classes.total}>{t('drill.ofOrder', { total: money(total) })}</span>
        )}
      </button>
    </li>
  )
}
