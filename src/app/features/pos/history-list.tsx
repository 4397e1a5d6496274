import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { usePages } from '#app/data/use-pages.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState, ErrorState, LoadingState } from '#app/ui/states.tsx'
import type { HistoryAsked, HistoryRow } from '#device/messages/history-views.ts'
import { groupBy } from '#domain/group-by.ts'
import { HistoryRowButton } from './history-row.tsx'
import { WHATEVER } from './history-filters.tsx'
import classes from './history.module.css'

interface Props {
  readonly asked: HistoryAsked
  readonly shown: string | null
  readonly onShow: (orderId: string) => void
}

/** The orders found, newest first, under the day they were opened. */
export function HistoryList({ asked, shown, onShow }: Props): ReactNode {
  const { t } = useTranslation(['history', 'common'])
  const { date } = useFormat()
  const { pages, failed, more, loading, old, showMore, retry } = usePages('history', asked)
  if (failed) {
    return (
      <ErrorState title={t('common:failed')} text={t('common:failedRemedy')}>
        <Button onClick={retry}>{t('common:retry')}</Button>
      </ErrorState>
    )
  }
  if (pages === undefined) return <LoadingState text={t('common:loading')} />
  const orders = pages.flatMap((page) => page.orders)
  if (orders.length === 0) {
    return <NoOrders asked={asked} more={more} loading={loading} onMore={showMore} />
  }
  return (
    <div className={classes.scroll} aria-busy={old}>
      <div role="region" aria-label={t('list')}>
        {[...groupBy(orders, ({ openedAt }: HistoryRow) => date(openedAt))].map(([day, rows]) => (
          <section key={day} aria-label={day}>
            <h2 className={classes.dayHead}>{day}</h2>
            <ul className={classes.rows}>
              {rows.map((row) => (
                <HistoryRowButton
                  key={row.orderId}
                  row={row}
                  chosen={row.orderId === shown}
                  onShow={onShow}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {more && (
        <Button wide disabled={loading} onClick={showMore}>
          {t('older')}
        </Button>
      )}
    </div>
  )
}

interface NoneProps {
  readonly asked: HistoryAsked
  readonly more: boolean
  readonly loading: boolean
  readonly onMore: () => void
}

/** Nothing, and why: none is kept yet, none fits, or none fits among those looked through. */
function NoOrders({ asked, more, loading, onMore }: NoneProps): ReactNode {
  const { t } = useTranslation('history')
  const { state, date, text } = WHATEVER
  const any = asked.state === state && asked.date === date && asked.text.trim() === text
  if (any && !more) return <EmptyState title={t('empty')} text={t('emptyText')} />
  return (
    <EmptyState title={t('none')} text={t(more ? 'furtherText' : 'noneText')}>
      {more && (
        <Button disabled={loading} onClick={onMore}>
          {t('further')}
        </Button>
      )}
    </EmptyState>
  )
}
