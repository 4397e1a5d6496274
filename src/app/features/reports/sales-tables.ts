import type { HourTotal } from '#domain/day/day-report.ts'
import type { DaySum, RangeView } from '#domain/report/range-view.ts'
import type { CategoryRow, GroupRow, ItemRow } from '#domain/report/report.ts'
import { categoryKey, groupKey, hourKey, itemKey } from '#domain/report/row-keys.ts'
import { hourLabel, hoursInOrder } from './hours.ts'
import { groupDays } from './group-days.ts'
import type { Column, TablePlan } from './table-plan.ts'
import type { ReportWords } from './use-report-words.ts'

/** What was sold, when, by whom and where. */

export function daysPlan({ days }: RangeView, words: ReportWords): TablePlan<DaySum> {
  const { t } = words
  const rows = groupDays(days)
  return {
    id: 'days',
    caption: t('days.caption'),
    columns: [
      {
        key: 'date',
        label: t('days.name'),
        text: ({ date }) => words.shortDate(date),
        raw: ({ date }) => date,
      },
      whole('orders', t('hours.orders'), ({ orders }) => orders),
      words.bar('amount', t('gross'), ({ paid }) => paid),
    ],
    rows,
    keyOf: ({ date }) => date,
    isQuiet: ({ orders }) => orders === 0,
    first: 31,
  }
}

export function hoursPlan({ report }: RangeView, words: ReportWords): TablePlan<HourTotal> {
  const { t, locale } = words
  return {
    id: 'hours',
    caption: t('hours.caption'),
    columns: [
      {
        key: 'hour',
        label: t('hours.name'),
        text: ({ hour }) => hourLabel(hour, locale),
        raw: ({ hour }) => `${hour}`,
      },
      whole('orders', t('hours.orders'), ({ orders }) => orders),
      words.bar('amount', t('gross'), ({ gross }) => gross),
    ],
    rows: hoursInOrder(report.hours),
    keyOf: hourKey,
    isQuiet: ({ orders }) => orders === 0,
    first: 24,
  }
}

export function itemsPlan({ report, names }: RangeView, words: ReportWords): TablePlan<ItemRow> {
  const { t } = words
  const category = ({ categoryId }: ItemRow): string => names.categories[categoryId] ?? ''
  return {
    id: 'items',
    caption: t('items.caption'),
    columns: [
      words.name('name', t('items.name'), ({ name }) => name),
      { key: 'category', label: t('categories.name'), raw: category },
      whole('qty', t('items.qty'), ({ qty }) => qty),
      words.amount('amount', t('amount'), ({ amount }) => amount),
    ],
    rows: [...report.items].sort((a, b) => b.amount - a.amount),
    keyOf: itemKey,
  }
}

export function categoriesPlan({ report, names }: RangeView, words: ReportWords): TablePlan<CategoryRow> {
  const { t } = words
  return {
    id: 'categories',
    caption: t('categories.caption'),
    columns: [
      words.name('name', t('categories.name'), ({ categoryId }) =>
        categoryId === '' ? t('none') : (names.categories[categoryId] ?? categoryId),
      ),
      whole('qty', t('items.qty'), ({ qty }) => qty),
      words.bar('amount', t('amount'), ({ amount }) => amount),
    ],
    rows: [...report.categories].sort((a, b) => b.amount - a.amount),
    keyOf: categoryKey,
  }
}

/** Sales by waiter, by table and by how guests ate. */
export type GroupTable = 'waiters' | 'tables' | 'services'

export function groupPlan(
  of: GroupTable,
  { report, names }: RangeView,
  words: ReportWords,
): TablePlan<GroupRow> {
  const { t } = words
  const nameOf = (id: string): string => {
    if (of === 'services') return words.service(id)
    if (id === '') return t('none')
    return (of === 'waiters' ? names.people[id] : names.tables[id]) ?? id
  }
  return {
    id: of,
    caption: t(`${of}.caption`),
    columns: [
      words.name('name', t(`${of}.name`), ({ id }) => nameOf(id)),
      whole('orders', t('hours.orders'), ({ orders }) => orders),
      whole('covers', t('covers'), ({ covers }) => covers),
      words.amount('amount', t('gross'), ({ amount }) => amount),
    ],
    rows: [...report[of]].sort((a, b) => b.amount - a.amount),
    keyOf: groupKey,
  }
}

function whole<Row>(key: string, label: string, of: (row: Row) => number): Column<Row> {
  return { key, label, text: (row) => String(of(row)), raw: (row) => String(of(row)), sort: of }
}
