import { sum } from '#domain/money/money.ts'
import type { MethodFigures } from '#domain/day/day-close.ts'
import type { RangeView } from '#domain/report/range-view.ts'
import type { LossRow, SessionRow, TaxRow, TipRow } from '#domain/report/report.ts'
import { groupKey, lossKey, taxRowKey } from '#domain/report/row-keys.ts'
import type { TablePlan } from './table-plan.ts'
import type { ReportWords } from './use-report-words.ts'

/** How it was paid, what of it is tax, what was given away and what is in the drawers. */

export function methodsPlan({ report }: RangeView, words: ReportWords): TablePlan<MethodFigures> {
  const { t, money } = words
  const { payments } = report.figures
  const refunded = sum(payments.map((row) => row.refunded))
  const back = words.amount<MethodFigures>('refunded', t('methods.refunded'), (row) => row.refunded)
  return {
    id: 'methods',
    caption: t('methods.caption'),
    columns: [
      words.name('method', t('methods.name'), ({ method }) => words.method(method)),
      {
        key: 'count',
        label: t('methods.count'),
        text: ({ count }) => String(count),
        raw: ({ count }) => String(count),
      },
      words.amount('amount', t('amount'), ({ amount }) => amount),
      // Nothing given back needs no column of its own on a phone.
      refunded === 0 ? { key: back.key, label: back.label, raw: back.raw } : back,
    ],
    rows: payments,
    keyOf: ({ method }) => method,
    totals: {
      amount: money(sum(payments.map(({ amount }) => amount))),
      ...(refunded === 0 ? {} : { refunded: money(refunded) }),
    },
  }
}

/** Whose the tips are, and what of them was given back. [REPORT12] */
export function tipsPlan({ report, names }: RangeView, words: ReportWords): TablePlan<TipRow> {
  const { t, money } = words
  const { tips } = report
  const refunded = sum(tips.map((row) => row.refunded))
  const back = words.amount<TipRow>('refunded', t('methods.refunded'), (row) => row.refunded)
  return {
    id: 'tips',
    caption: t('tips.caption'),
    columns: [
      words.name('name', t('tips.name'), ({ id }) => (id === '' ? t('none') : (names.people[id] ?? id))),
      {
        key: 'count',
        label: t('methods.count'),
        text: ({ count }) => String(count),
        raw: ({ count }) => String(count),
      },
      words.amount('amount', t('amount'), ({ amount }) => amount),
      refunded === 0 ? { key: back.key, label: back.label, raw: back.raw } : back,
    ],
    rows: tips.toSorted((a, b) => b.amount - a.amount),
    keyOf: groupKey,
    totals: {
      amount: money(sum(tips.map(({ amount }) => amount))),
      ...(refunded === 0 ? {} : { refunded: money(refunded) }),
    },
  }
}

export function taxesPlan({ report }: RangeView, words: ReportWords): TablePlan<TaxRow> {
  const { t, money } = words
  return {
    id: 'taxes',
    caption: t('taxes.caption'),
    columns: [
      words.name('name', t('taxes.name'), (row) => words.tax(row)),
      words.amount('net', t('net'), ({ net }) => net),
      words.amount('tax', t('tax'), ({ tax }) => tax),
    ],
    rows: report.taxes,
    keyOf: taxRowKey,
    aside: ({ inclusive, exempt }) =>
      exempt ? t('taxes.exempt') : inclusive ? t('taxes.inclusive') : t('taxes.onTop'),
    totals: { tax: money(report.figures.tax) },
  }
}

/** What was not taken, given back or moved by hand. [REPORT5] */
export type LossTable = 'discounts' | 'voids' | 'refunds' | 'cashMoves'

export function lossPlan(
  of: LossTable,
  { report, names }: RangeView,
  words: ReportWords,
): TablePlan<LossRow> {
  const { t } = words
  const person = (id: string): string => names.people[id] ?? id
  const rows = [...report[of]].sort((a, b) => b.amount - a.amount)
  return {
    id: of,
    caption: t(`${of}.caption`),
    columns: [
      words.name('reason', t('losses.reason'), ({ reason }) =>
        reason === '' ? t('losses.noReason') : reason,
      ),
      { key: 'kind', label: t('losses.kind'), raw: ({ kind }) => words.loss(of, kind) },
      { key: 'name', label: t('losses.what'), raw: ({ name }) => name },
      { key: 'by', label: t('losses.by'), raw: ({ by }) => person(by) },
      { key: 'approvedBy', label: t('losses.approvedBy'), raw: ({ approvedBy }) => person(approvedBy) },
      {
        key: 'count',
        label: t('losses.count'),
        text: ({ count }) => String(count),
        raw: ({ count }) => String(count),
        sort: ({ count }) => count,
      },
      words.amount('amount', t('amount'), ({ amount }) => amount),
    ],
    rows,
    keyOf: lossKey,
    aside: ({ kind, name, by, approvedBy }) =>
      [
        words.loss(of, kind),
        name,
        by === '' ? '' : t('losses.byName', { name: person(by) }),
        approvedBy === '' ? '' : t('losses.approvedName', { name: person(approvedBy) }),
      ]
        .filter((part) => part !== '')
        .join(' · '),
    totals: { amount: words.money(sum(rows.map(({ amount }) => amount))) },
  }
}

export function sessionsPlan({ report, names }: RangeView, words: ReportWords): TablePlan<SessionRow> {
  const { t } = words
  const drawer = ({ drawer: id }: SessionRow): string => names.devices[id] ?? id
  return {
    id: 'drawers',
    caption: t('sessions.caption'),
    columns: [
      words.name('drawer', t('sessions.name'), drawer),
      { key: 'date', label: t('days.name'), raw: ({ businessDate }) => businessDate },
      { key: 'by', label: t('sessions.openedBy'), raw: ({ openedBy }) => names.people[openedBy] ?? openedBy },
      words.amount('float', t('sessions.float'), (row) => row.float),
      words.amount('expected', t('sessions.expected'), ({ closed }) => closed?.expected ?? null),
      words.amount('counted', t('sessions.counted'), ({ closed }) => closed?.counted ?? null),
      words.amount('difference', t('sessions.difference'), ({ closed }) => closed?.difference ?? null),
    ],
    rows: report.sessions,
    keyOf: ({ id }) => id,
    aside: ({ businessDate, openedAt, openedBy, closed }) =>
      [
        words.shortDate(businessDate),
        words.time(openedAt),
        names.people[openedBy] ?? '',
        closed === null ? t('sessions.open') : '',
      ]
        .filter((part) => part !== '')
        .join(' · '),
  }
}
