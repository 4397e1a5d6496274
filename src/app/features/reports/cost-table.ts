import { sum } from '#domain/money/money.ts'
import type { RangeView } from '#domain/report/range-view.ts'
import type { CostRow } from '#domain/report/report.ts'
import { itemKey } from '#domain/report/row-keys.ts'
import { worthInMinor } from '#domain/stock/worth.ts'
import type { TablePlan } from './table-plan.ts'
import type { ReportWords } from './use-report-words.ts'

/** What dishes with a recipe cost to make, beside what they brought without tax. [REPORT11] */
export function costsPlan({ report, names }: RangeView, words: ReportWords): TablePlan<CostRow> {
  const { t, locale, money } = words
  const { costs } = report
  const net = sum(costs.map((row) => row.net))
  const worth = costs.reduce((all, row) => all + row.worth, 0)
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const fileAmount = words.amount<CostRow>('net', t('net'), (row) => row.net)
  const percentOf = (share: number | null): string => (share === null ? '–' : percent.format(share))
  return {
    id: 'costs',
    caption: t('costs.caption'),
    columns: [
      words.name('name', t('items.name'), ({ name }) => name),
      {
        key: 'category',
        label: t('categories.name'),
        raw: ({ categoryId }) => names.categories[categoryId] ?? '',
      },
      {
        key: 'qty',
        label: t('items.qty'),
        raw: ({ qty }) => String(qty),
      },
      // Beside cost and share it is too much for a phone: it stands below the name.
      { key: 'net', label: t('net'), raw: fileAmount.raw },
      words.amount('cost', t('costs.cost'), (row) => worthInMinor(row.worth)),
      {
        key: 'share',
        label: t('costs.share'),
        text: (row) => percentOf(shareOf(row.worth, row.net)),
        raw: (row) => shareOf(row.worth, row.net)?.toFixed(4) ?? '',
        sort: (row) => shareOf(row.worth, row.net) ?? 0,
      },
    ],
    rows: costs.toSorted((a, b) => b.worth - a.worth),
    keyOf: itemKey,
    aside: (row) => t('costs.sold', { count: row.qty, net: money(row.net) }),
    totals: { cost: money(worthInMinor(worth)), share: percentOf(shareOf(worth, net)) },
  }
}

/** Cost by what was taken for it; null where nothing was: a comp has no share. */
function shareOf(worth: number, net: number): number | null {
  return net <= 0 ? null : worthInMinor(worth) / net
}
