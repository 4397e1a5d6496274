import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import type { ItemTotal } from '#domain/day/day-report.ts'
import { nextSort, sortItems, type ItemColumn, type ItemSort } from './item-sort.ts'
import { useMore } from './use-more.tsx'
import classes from './report-table.module.css'

const FIRST_ITEMS = 10

/** What was sold, the largest first. */
export function ItemTable({ items }: { readonly items: readonly ItemTotal[] }): ReactNode {
  const { t } = useTranslation('reports')
  const { money } = useFormat()
  const [sort, setSort] = useState<ItemSort>({ by: 'amount', descending: true })
  const { shown, button } = useMore(sortItems(items, sort), FIRST_ITEMS)
  const sortBy = (column: ItemColumn): void => setSort(nextSort(sort, column))
  return (
    <>
      <table className={classes.table}>
        <caption>{t('items.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('items.name')}</th>
            <SortHead column="qty" sort={sort} label={t('items.qty')} onSort={sortBy} />
            <SortHead column="amount" sort={sort} label={t('amount')} onSort={sortBy} />
          </tr>
        </thead>
        <tbody>
          {shown.map((item) => (
            <tr key={`${item.menuItemId} ${item.name}`}>
              <th scope="row">{item.name}</th>
              <td>{item.qty}</td>
              <td>{money(item.amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {button}
    </>
  )
}

interface SortHeadProps {
  readonly column: ItemColumn
  readonly sort: ItemSort
  readonly label: string
  readonly onSort: (column: ItemColumn) => void
}

function SortHead({ column, sort, label, onSort }: SortHeadProps): ReactNode {
  const active = sort.by === column
  const Icon = !active ? IconArrowsSort : sort.descending ? IconArrowDown : IconArrowUp
  const order = sort.descending ? 'descending' : 'ascending'
  return (
    <th scope="col" aria-sort={active ? order : 'none'} className={classes.sortHead}>
      <button
        type="button"
        className={classes.sort}
        data-active={active || undefined}
        onClick={() => onSort(column)}
      >
        <Icon aria-hidden size={18} />
        {label}
      </button>
    </th>
  )
}
