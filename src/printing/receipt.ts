import type { TaxTotal } from '#domain/tax/tax.ts'
import type { Sale, SoldPayment } from '#domain/order/sale.ts'
import type { Payment } from '#domain/payment/payment.ts'
import type { Settings } from '#domain/store/settings.ts'
import { formatDate, formatTime } from '#i18n/dates.ts'
import { formatMoney, formatMoneyPlain, type CurrencyStyle } from '#i18n/money.ts'
import { ENGLISH_RECEIPT, type ReceiptLabels, type ReceiptWords } from './words.ts'

/**
 * A receipt as a document: plain JSON, every amount and date already text, nothing left to look up. A job
 * that waits an hour in the queue, or moves to another printer, prints exactly what was true at the sale.
 * [PRINT1]
 */
export interface Receipt {
  readonly kind: 'receipt'
  readonly store: { readonly name: string; readonly address: readonly string[]; readonly taxNumber: string }
  readonly number: string
  readonly table: string | null
  readonly covers: number | null
  readonly waiter: string
  readonly date: string
  readonly time: string
  readonly lines: readonly ReceiptLine[]
  readonly subtotal: string
  /** Discounts, comps and charges between the lines and the total, each with its sign. */
  readonly adjustments: readonly { readonly label: string; readonly amount: string }[]
  readonly taxes: readonly ReceiptTax[]
  /** With its currency sign; the other amounts are in the same currency and go without. */
  readonly total: string
  readonly payments: readonly ReceiptPayment[]
  readonly footer: readonly string[]
  /** 0 = the original; n > 0 prints "COPY n". */
  readonly copy: number
  readonly labels: ReceiptLabels
}

export interface ReceiptLine {
  readonly qty: string
  readonly name: string
  readonly amount: string
}

export interface ReceiptTax {
  readonly label: string
  readonly net: string
  readonly tax: string
  /** Already in the prices above, or added to them. */
  readonly inclusive: boolean
}

export interface ReceiptPayment {
  readonly label: string
  readonly amount: string
  /** What was handed over and given back; null for a method without change. */
  readonly tip: string | null
  /** What cash rounding added or took off, with its sign. */
  readonly rounding: string | null
  readonly tendered: string | null
  readonly change: string | null
}

export interface ReceiptInput {
  readonly sale: Sale
  readonly number: string
  readonly table: string | null
  readonly covers: number | null
  readonly waiter: string
  readonly settings: Pick<Settings, 'name' | 'address' | 'taxNumber' | 'currency' | 'zone' | 'receiptFooter'>
  /** The payments of the order, for tendered and change; the amounts come from the sale. */
  readonly payments: readonly Payment[]
  readonly copy: number
  readonly locale: string
  readonly words?: ReceiptWords
}

/** The receipt of a closed order. Pure: the same sale always gives the same document. [PRINT1] */
export function receiptOf(input: ReceiptInput): Receipt {
  const { sale, settings, locale, words = ENGLISH_RECEIPT } = input
  const { methods, ...labels } = words
  const currency = currencyOf(sale, settings)
  const plain = (amount: number): string => formatMoneyPlain(amount, currency, locale)
  return {
    kind: 'receipt',
    store: { name: settings.name, address: rows(settings.address), taxNumber: settings.taxNumber },
    number: input.number,
    table: input.table,
    covers: input.covers,
    waiter: input.waiter,
    date: formatDate(sale.closedAt, settings.zone, locale),
    time: formatTime(sale.closedAt, settings.zone, locale),
    lines: sale.lines.map((line) => ({
      qty: String(line.qty),
      name: line.name,
      amount: plain(line.amount),
    })),
    subtotal: plain(sale.subtotal),
    adjustments: adjustments(sale, words, plain),
    taxes: sale.taxes.map((tax) => ({
      label: taxLabel(tax, locale),
      net: plain(tax.net),
      tax: plain(tax.tax),
      inclusive: tax.inclusive,
    })),
    total: formatMoney(sale.total, currency, locale),
    payments: sale.payments.map((sold) => paymentRow(sold, input.payments, methods, plain)),
    footer: rows(settings.receiptFooter),
    copy: input.copy,
    labels,
  }
}

/**
 * The sale's own currency. Should the store have changed to another one since, ISO says how many decimals.
 */
function currencyOf(sale: Sale, settings: Pick<Settings, 'currency'>): CurrencyStyle {
  if (sale.currency === settings.currency.code) return settings.currency
  const iso = new Intl.NumberFormat('en', { style: 'currency', currency: sale.currency }).resolvedOptions()
  return { code: sale.currency, exponent: iso.maximumFractionDigits ?? 2 }
}

/** "VAT 20 %"; a tax that people already named with its rate is not given a second one. */
function taxLabel(tax: TaxTotal, locale: string): string {
  if (tax.name.includes('%')) return tax.name
  const percent = new Intl.NumberFormat(locale, { maximumFractionDigits: 4 }).format(tax.ratePpm / 10_000)
  return `${tax.name} ${percent} %`
}

/** What stands between the lines and the total; nothing is added up here, the sale's own figures are shown. */
function adjustments(
  sale: Sale,
  words: ReceiptWords,
  plain: (amount: number) => string,
): Receipt['adjustments'] {
  const relief = sale.relief === 0 ? [] : [{ label: words.taxRelief, amount: plain(-sale.relief) }]
  return [
    ...sale.discounts.map((one) => ({ label: one.name, amount: plain(-one.amount) })),
    ...sale.charges.map((one) => ({ label: one.name, amount: plain(one.amount) })),
    ...relief,
  ]
}

function paymentRow(
  sold: SoldPayment,
  payments: readonly Payment[],
  methods: ReceiptWords['methods'],
  plain: (amount: number) => string,
): ReceiptPayment {
  const taken = payments.find((payment) => payment.id === sold.paymentId)
  const cash = sold.method === 'cash' && taken !== undefined ? taken : null
  return {
    label: sold.methodName === '' ? (methods[sold.method] ?? sold.method) : sold.methodName,
    amount: plain(sold.amount),
    tip: sold.tip === 0 ? null : plain(sold.tip),
    rounding: sold.rounding === 0 ? null : plain(sold.rounding),
    tendered: cash === null ? null : plain(cash.tendered),
    change: cash === null ? null : plain(cash.change),
  }
}

/** A text people typed in several rows, without its empty ones. */
function rows(text: string): readonly string[] {
  return text
    .split(/\r?\n|\r/)
    .map((row) => row.trim())
    .filter((row) => row !== '')
}
