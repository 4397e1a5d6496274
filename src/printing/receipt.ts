import { REST } from '#domain/check/check.ts'
import { WHOLE_ORDER } from '#domain/check/paid-check.ts'
import type { SoldCheck } from '#domain/check/sold-check.ts'
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
  /** Which check of a split bill it is of; null: the whole. */
  readonly check: string | null
  /** Of a bill before it is paid: what is left to pay, with its currency sign; null: it is a receipt. [BILL6] */
  readonly due: string | null
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

/** What a receipt says of an order whatever part of it it is of. */
export interface ReceiptHead {
  readonly number: string
  readonly table: string | null
  readonly covers: number | null
  readonly waiter: string
  readonly settings: Pick<Settings, 'name' | 'address' | 'taxNumber' | 'currency' | 'zone' | 'receiptFooter'>
  readonly copy: number
  readonly locale: string
  readonly words?: ReceiptWords
}

export interface ReceiptInput extends ReceiptHead {
  readonly sale: Sale
  /** The payments of the order, for tendered and change; the amounts come from the sale. */
  readonly payments: readonly Payment[]
}

/** The receipt of a closed order. Pure: the same sale always gives the same document. [PRINT1] */
export function receiptOf(input: ReceiptInput): Receipt {
  const { sale, words = ENGLISH_RECEIPT } = input
  const { plain, ...frame } = frameOf(input, sale.closedAt, sale.currency)
  return {
    ...frame,
    check: null,
    due: null,
    lines: sale.lines.map((line) => ({
      qty: String(line.qty),
      name: line.name,
      amount: plain(line.amount),
    })),
    ...totalsOf(input, sale, plain),
    adjustments: adjustments(sale, words, plain),
    payments: sale.payments.map((sold) => {
      const taken = input.payments.find((payment) => payment.id === sold.paymentId)
      return paymentRow(sold, taken, words.methods, plain)
    }),
  }
}

/** The receipt of one check of a split order, from what was frozen when it was asked for. [PRINT1] [CHECK14] */
export function checkReceiptOf(input: ReceiptHead & { readonly check: SoldCheck }): Receipt {
  const { check, words = ENGLISH_RECEIPT } = input
  const { plain, ...frame } = frameOf(input, check.at, check.currency)
  const signed = [
    { label: words.discounts, amount: -check.discount },
    { label: words.charges, amount: check.charge },
    { label: words.taxRelief, amount: -check.relief },
  ]
  const share = { qty: '1', name: words.share, amount: plain(check.subtotal) }
  return {
    ...frame,
    check: checkName(check, words),
    due: null,
    lines:
      check.lines.length === 0
        ? [share]
        : check.lines.map(({ name, parts, of, amount }) => ({
            qty: of === 1 ? String(parts) : `${parts}/${of}`,
            name,
            amount: plain(amount),
          })),
    ...totalsOf(input, check, plain),
    adjustments: signed
      .filter(({ amount }) => amount !== 0)
      .map(({ label, amount }) => ({ label, amount: plain(amount) })),
    payments: check.payments.map((sold) => paymentRow(sold, sold, words.methods, plain)),
  }
}

/** The bill before anybody pays it, from what was frozen when it was asked for. [PRINT1] [BILL6] */
export function billOf(input: ReceiptHead & { readonly check: SoldCheck; readonly due: number }): Receipt {
  const { check, due, settings, locale } = input
  const money = formatMoney(due, currencyOf(check.currency, settings), locale)
  return { ...checkReceiptOf(input), due: money }
}

/** A number alone says nothing: "Check 2". */
function checkName({ id, name }: SoldCheck, words: ReceiptWords): string | null {
  if (id === WHOLE_ORDER) return null
  if (id === REST) return words.rest
  return /^\d+$/.test(name) ? `${words.check} ${name}` : name
}

type Frame = Omit<
  Receipt,
  'check' | 'due' | 'lines' | 'subtotal' | 'adjustments' | 'taxes' | 'total' | 'payments'
>

/** What stands around the money, and how an amount is written. */
function frameOf(
  input: ReceiptHead,
  at: number,
  currencyCode: string,
): Frame & { readonly plain: (amount: number) => string } {
  const { settings, locale, words = ENGLISH_RECEIPT } = input
  const { methods: _methods, ...labels } = words
  const currency = currencyOf(currencyCode, settings)
  return {
    plain: (amount) => formatMoneyPlain(amount, currency, locale),
    kind: 'receipt',
    store: { name: settings.name, address: rows(settings.address), taxNumber: settings.taxNumber },
    number: input.number,
    table: input.table,
    covers: input.covers,
    waiter: input.waiter,
    date: formatDate(at, settings.zone, locale),
    time: formatTime(at, settings.zone, locale),
    footer: rows(settings.receiptFooter),
    copy: input.copy,
    labels,
  }
}

function totalsOf(
  { settings, locale }: ReceiptHead,
  figures: Pick<Sale, 'subtotal' | 'taxes' | 'total' | 'currency'>,
  plain: (amount: number) => string,
): Pick<Receipt, 'subtotal' | 'taxes' | 'total'> {
  return {
    subtotal: plain(figures.subtotal),
    taxes: figures.taxes.map((tax) => ({
      label: taxLabel(tax, locale),
      net: plain(tax.net),
      tax: plain(tax.tax),
      inclusive: tax.inclusive,
    })),
    total: formatMoney(figures.total, currencyOf(figures.currency, settings), locale),
  }
}

/**
 * The sale's own currency. Should the store have changed to another one since, ISO says how many decimals.
 */
function currencyOf(code: string, settings: Pick<Settings, 'currency'>): CurrencyStyle {
  if (code === settings.currency.code) return settings.currency
  const iso = new Intl.NumberFormat('en', { style: 'currency', currency: code }).resolvedOptions()
  return { code, exponent: iso.maximumFractionDigits ?? 2 }
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
  taken: Pick<Payment, 'tendered' | 'change'> | undefined,
  methods: ReceiptWords['methods'],
  plain: (amount: number) => string,
): ReceiptPayment {
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
