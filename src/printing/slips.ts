import type { DayFigures, MethodFigures, TaxFigures } from '#domain/day/day-close.ts'
import type { Refund } from '#domain/payment/payment.ts'
import type { CashMove } from '#domain/shift/shift.ts'
import type { Settings } from '#domain/store/settings.ts'
import { formatDate, formatTime } from '#i18n/dates.ts'
import { formatMoney } from '#i18n/money.ts'
import type { Slip, SlipRow } from './slip.ts'
import { SLIP_WORDS as words } from './slip-words.ts'

/** What every slip is written with. */
export interface SlipTerms {
  readonly settings: Pick<Settings, 'name' | 'currency' | 'zone'>
  readonly locale: string
  /** Who did it, and who said yes, by name; empty: nobody. */
  readonly by: string
  readonly approvedBy: string
}

/** A figure that is an amount. */
type Figure = Exclude<keyof DayFigures, 'orders' | 'covers' | 'payments' | 'taxes'>

/** Cash that came or went without a sale: whoever got it signs. [PRINT20] */
export function cashMoveSlip(move: CashMove, terms: SlipTerms): Slip {
  const { kind, amount, party, reason, at } = move
  return {
    ...frame(words.moves[kind], at, terms),
    sections: [
      [
        ...(party === '' ? [] : [{ label: words.party, amount: party }]),
        { label: words.reason, amount: reason },
      ],
      [{ label: words.amount, amount: money(amount, terms), strong: true }],
    ],
    signs: kind === 'paid_in' || party === '' ? [words.signed] : [party],
  }
}

/** Money given back: for the drawer, and for the guest to sign. [PRINT20] */
export function refundSlip(refund: Refund, number: string, method: string, terms: SlipTerms): Slip {
  const { amount, tip, rounding, reason, at } = refund
  const back = amount + tip + rounding
  return {
    ...frame(words.refund, at, terms),
    sections: [
      [
        { label: words.order, amount: number },
        { label: words.reason, amount: reason },
      ],
      [
        ...(tip === 0 ? [] : [{ label: words.tipOfIt, amount: money(tip, terms) }]),
        ...(rounding === 0 ? [] : [{ label: words.rounding, amount: money(rounding, terms) }]),
        { label: method, amount: money(back, terms), strong: true },
      ],
    ],
    signs: [words.guest],
  }
}

/** How wide a line is, which letters come out right, and that the cutter cuts where it should. [PRINT23] */
export function testSlip(
  { name, columns, at }: { readonly name: string; readonly columns: number; readonly at: number },
  terms: SlipTerms,
): Slip {
  const { currency } = terms.settings
  const framed = frame(words.test, at, terms)
  return {
    ...framed,
    facts: [...framed.facts, ruler(columns)],
    sections: [
      [{ label: name, amount: String(columns) }],
      [
        ...words.letters.map((label) => ({ label, amount: '' })),
        { label: words.total, amount: money(0, terms), strong: true },
      ],
      [{ label: currency.code, amount: words.right }],
    ],
    signs: [],
  }
}

/** 1234567890… to the last column. */
function ruler(columns: number): string {
  return '1234567890'.repeat(Math.ceil(columns / 10)).slice(0, columns)
}

/** The figures of a day: those of a Z, or of an X at this moment. [PRINT20] [ZDAY6] */
export function dayFiguresSlip(
  title: string,
  {
    businessDate,
    at,
    figures,
  }: { readonly businessDate: string; readonly at: number; readonly figures: DayFigures },
  terms: SlipTerms,
): Slip {
  const amounts = (keys: readonly Figure[]): readonly SlipRow[] =>
    keys
      .filter((key) => figures[key] !== 0)
      .map((key) => ({ label: words.figures[key], amount: money(figures[key], terms) }))
  const total = figures.net + figures.tax + figures.gratuities
  const frameOf = frame(title, at, terms)
  return {
    ...frameOf,
    facts: [`${words.businessDate} ${businessDate}`, ...frameOf.facts],
    sections: [
      [
        { label: words.orders, amount: String(figures.orders) },
        { label: words.covers, amount: String(figures.covers) },
      ],
      [
        ...amounts(['gross', 'discounts', 'comps', 'charges', 'gratuities', 'net', 'tax']),
        { label: words.total, amount: money(total, terms), strong: true },
      ],
      figures.taxes.flatMap((row) => taxRows(row, terms)),
      figures.payments.flatMap((row) => methodRows(row, terms)),
      amounts(['refunds', 'refundedTax', 'voids', 'tips', 'rounding']),
    ].filter((rows) => rows.length > 0),
    signs: [],
  }
}

/** A rate: what it was applied to, its tax, and what of that was given back. */
function taxRows({ name, net, tax, refunded }: TaxFigures, terms: SlipTerms): readonly SlipRow[] {
  return [
    ...(net === 0 ? [] : [{ label: `${name} ${words.ofNet}`, amount: money(net, terms) }]),
    { label: name, amount: money(tax, terms) },
    ...givenBack(refunded, terms),
  ]
}

/** A way to pay: how often, how much, and what was given back that way. */
function methodRows(
  { method, count, amount, refunded }: MethodFigures,
  terms: SlipTerms,
): readonly SlipRow[] {
  const label = `${words.methods[method] ?? method} (${count})`
  return [{ label, amount: money(amount, terms) }, ...givenBack(refunded, terms)]
}

function givenBack(refunded: number, terms: SlipTerms): readonly SlipRow[] {
  return refunded === 0 ? [] : [{ label: `  ${words.givenBack}`, amount: money(-refunded, terms) }]
}

function frame(title: string, at: number, terms: SlipTerms): Omit<Slip, 'sections' | 'signs'> {
  const { settings, locale, by, approvedBy } = terms
  return {
    kind: 'slip',
    title,
    store: settings.name,
    facts: [
      `${formatDate(at, settings.zone, locale)} ${formatTime(at, settings.zone, locale)}`,
      ...(by === '' ? [] : [`${words.by} ${by}`]),
      ...(approvedBy === '' ? [] : [`${words.approvedBy} ${approvedBy}`]),
    ],
  }
}

function money(amount: number, { settings, locale }: SlipTerms): string {
  return formatMoney(amount, settings.currency, locale)
}
