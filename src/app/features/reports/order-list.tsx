import { VisuallyHidden } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import type { OrderRow } from '#device/messages.ts'
import { filterOrders, ORDER_FILTERS, type OrderFilter } from './order-filter.ts'
import { OrderTableRow } from './order-table-row.tsx'
import { useMore } from './use-more.tsx'
import classes from './report-table.module.css'

const FIRST_ORDERS = 20

/** Every order of the day, with those a person must look at one tap away. */
export function OrderList({ orders }: { readonly orders: readonly OrderRow[] }): ReactNode {
  const { t } = useTranslation('reports')
  const [filter, setFilter] = useState<OrderFilter>('all')
  const { shown, button } = useMore(filterOrders(orders, filter), FIRST_ORDERS)
  const options = ORDER_FILTERS.map((id) => ({
    id,
    label: t(`list.${id}`),
    count: filterOrders(orders, id).length,
  }))
  const choose = (id: string): void => setFilter(ORDER_FILTERS.find((known) => known === id) ?? 'all')
  return (
    <>
      <h2 className={classes.heading}>{t('list.caption')}</h2>
      <div className={classes.filter}>
        <FilterBar label={t('list.filter')} options={options} chosen={filter} onChoose={choose} />
      </div>
      <table className={classes.table} data-orders>
        <VisuallyHidden component="caption">{t('list.caption')}</VisuallyHidden>
        <thead>
          <tr>
            <th scope="col">{t('list.order')}</th>
            <th scope="col" className={classes.wide}>
              {t('list.table')}
            </th>
            <th scope="col" className={classes.wide}>
              {t('list.waiter')}
            </th>
            <th scope="col">{t('list.status')}</th>
            <th scope="col">{t('total')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((order) => (
            <OrderTableRow key={order.orderId} order={order} />
          ))}
        </tbody>
      </table>
      {shown.length === 0 && <p className={classes.none}>{t('list.none')}</p>}
      {button}
    </>
  )
}
