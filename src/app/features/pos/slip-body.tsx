import { useMemo, useSyncExternalStore, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import type { MenuItemView, OrderView } from '#device/messages.ts'
import type { Item } from '#domain/item/item.ts'
import { withAsked } from './asked-lines.ts'
import type { AskedStore } from './asked-store.ts'
import { DiscountButton } from './bill-actions.tsx'
import type { NewLineActions } from './new-lines.tsx'
import { OrderTotals } from './order-totals.tsx'
import { SlipActions } from './slip-actions.tsx'
import { SlipLines } from './slip-lines.tsx'
import classes from './slip.module.css'

interface Props extends NewLineActions {
  readonly view: OrderView
  readonly dishes: readonly MenuItemView[]
  readonly asked: AskedStore
  readonly onSend: () => void
  readonly onPay: () => void
  readonly onDrop: () => void
  readonly onVoid: ((item: Item) => void) | null
}

/** Lines, totals and the next step: all of the screen that a tap on a dish draws again before it is saved. */
export function SlipBody(props: Props): ReactNode {
  const { view, dishes, asked, onSend, onPay, onDrop, onVoid, ...lines } = props
  const { t } = useTranslation('pos')
  const format = useFormat()
  const { money } = format
  const waiting = useSyncExternalStore(asked.subscribe, asked.get)
  const items = useMemo(
    () => withAsked(view.items, waiting, view.order.id, dishes),
    [view.items, view.order.id, waiting, dishes],
  )
  const offering = useMemo(() => new Set(dishes.filter(({ offers }) => offers).map(({ id }) => id)), [dishes])
  const fresh = items.filter((item) => item.status === 'new')
  const sent = items.filter((item) => item.status === 'sent')
  const empty = fresh.length + sent.length === 0
  return (
    <>
      <div className={classes.lines}>
        {view.readOnly && <Note tone="busy" title={t('order.readOnly')} text={t('order.readOnlyText')} />}
        {empty && (
          <EmptyState title={t('order.empty')} text={t('order.emptyText')}>
            {view.totals.paid === 0 && (
              <Button onClick={onDrop}>{t(view.tableName === null ? 'order.drop' : 'order.free')}</Button>
            )}
          </EmptyState>
        )}
        <SlipLines
          {...{ fresh, sent, t, format, offering, onVoid, ...lines }}
          asked={waiting}
          locked={view.readOnly}
        />
      </div>
      <div className={classes.foot}>
        {sent.length > 0 && !view.readOnly && <DiscountButton view={view} />}
        <OrderTotals totals={view.totals} />
        <SlipActions
          {...{ t, money, onSend, onPay }}
          // What is asked for and not yet saved has no price here: better no sum than a wrong one.
          empty={view.items.every(({ status }) => status === 'voided')}
          count={fresh.reduce((sum, item) => sum + (item.held ? 0 : item.qty), 0)}
          balance={view.totals.balance}
          locked={view.readOnly}
        />
      </div>
    </>
  )
}
