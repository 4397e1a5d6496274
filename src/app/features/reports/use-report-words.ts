import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { SERVICES } from '#domain/order/order.ts'
import { METHODS } from '#domain/payment/payment.ts'
import type { TaxRow } from '#domain/report/report.ts'
import { decimalText } from '#i18n/money.ts'
import type { LossTable } from './money-tables.ts'
import type { Column } from './table-plan.ts'

const PPM = 1_000_000

type Words = ReturnType<typeof useTranslation<'reports'>>['t']

/** How the tables of a report write things, and columns that are alike in all of them. */
export interface ReportWords {
  readonly t: Words
  readonly locale: string
  money(amount: number): string
  time(ms: number): string
  /** "Fri 20 Nov" for a date, "Nov 2026" for a month. */
  shortDate(date: string): string
  method(method: string): string
  service(id: string): string
  tax(row: TaxRow): string
  /** What kind of loss it is; empty where its table says enough. */
  loss(of: LossTable, kind: string): string
  name<Row>(key: string, label: string, of: (row: Row) => string): Column<Row>
  /** Null: there is no amount. */
  amount<Row>(key: string, label: string, of: (row: Row) => number | null): Column<Row>
  bar<Row>(key: string, label: string, of: (row: Row) => number): Column<Row>
}

export function useReportWords(): ReportWords {
  const { t } = useTranslation('reports')
  const { money, time, locale, currency } = useFormat()
  return useMemo(() => {
    const amount = <Row>(key: string, label: string, of: (row: Row) => number | null): Column<Row> => ({
      key,
      label,
      text: (row) => written(of(row), money),
      raw: (row) => written(of(row), (value) => decimalText(value, currency.exponent), ''),
      sort: (row) => of(row) ?? 0,
    })
    return {
      t,
      locale,
      money,
      time,
      shortDate: (date) => shortDate(date, locale),
      method: (method) => {
        const known = METHODS.find((one) => one === method)
        // A newer device may know a way to pay that has no words here yet; the store's own have their names.
        return known === undefined ? method : t(`methods.${known}`)
      },
      service: (id) => {
        const known = SERVICES.find((one) => one === id)
        return known === undefined ? id : t(`service.${known}`)
      },
      tax: (row) => taxName(row, t, locale),
      loss: (of, kind) => lossName(of, kind, t),
      name: (key, label, of) => ({ key, label, text: of, raw: of }),
      amount,
      bar: (key, label, of) => ({ ...amount(key, label, of), bar: of }),
    }
  }, [t, money, time, locale, currency])
}

function written(value: number | null, write: (value: number) => string, nothing = '–'): string {
  return value === null ? nothing : write(value)
}

function shortDate(date: string, locale: string): string {
  const isMonth = date.length === 7
  const parts = isMonth
    ? ({ month: 'short', year: 'numeric' } as const)
    : ({ weekday: 'short', day: 'numeric', month: 'short' } as const)
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...parts }).format(Date.parse(date))
}

function taxName({ name, ratePpm }: TaxRow, t: Words, locale: string): string {
  if (name.includes('%') || ratePpm === 0) return name
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 4 })
  return t('taxes.rate', { name, rate: percent.format(ratePpm / PPM) })
}

const KINDS = [
  'comp',
  'discount',
  'unmade',
  'wasted',
  'paid_in',
  'paid_out',
  'drop',
  'tip_out',
  'no_sale',
] as const

function lossName(of: LossTable, kind: string, t: Words): string {
  if (of === 'refunds') {
    const method = METHODS.find((one) => one === kind)
    return method === undefined ? kind : t(`methods.${method}`)
  }
  const known = KINDS.find((one) => one === kind)
  return known === undefined ? kind : t(`losses.${known}`)
}
