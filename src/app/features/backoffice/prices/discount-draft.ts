import { DISCOUNT_FIELDS } from '#domain/discount/discount-checks.ts'
import type { DiscountRule } from '#domain/discount/discount.ts'
import type { RecordFields } from '#domain/record/record.ts'
import type { OfficeRecord } from '#device/messages.ts'
import { decimalText } from '#i18n/money.ts'
import { shaped, text } from '#app/features/backoffice/records/read.ts'
import {
  errorsOf,
  percentText,
  typedPercent,
  typedPrice,
  wrongName,
  type Errors,
} from '#app/features/backoffice/records/typed.ts'

export const DISCOUNT_KINDS = ['percent', 'amount', 'open_percent', 'open_amount'] as const
export const DISCOUNT_PLACES = ['line', 'order', 'both'] as const

/** A discount's form, as typed. */
export interface DiscountDraft {
  readonly name: string
  readonly kind: DiscountRule['how']['kind']
  readonly rate: string
  /** Empty: no limit. */
  readonly cap: string
  readonly amount: string
  readonly on: DiscountRule['on']
}

const USUAL: DiscountRule['how'] = { kind: 'open_percent' }

/** How much a discount takes, as its record says; one that says nothing is typed at the till. */
export function howOf(record: OfficeRecord): DiscountRule['how'] {
  return shaped(record, 'how', DISCOUNT_FIELDS.how, USUAL)
}

export function draftOfDiscount(record: OfficeRecord | null, exponent: number): DiscountDraft {
  if (record === null) return { name: '', kind: 'percent', rate: '', cap: '', amount: '', on: 'both' }
  const how = howOf(record)
  return {
    name: text(record, 'name'),
    kind: how.kind,
    rate: how.kind === 'percent' ? percentText(how.ratePpm) : '',
    cap: how.kind === 'percent' && how.cap !== null ? decimalText(how.cap, exponent) : '',
    amount: how.kind === 'amount' ? decimalText(how.amount, exponent) : '',
    on: shaped<DiscountRule['on']>(record, 'on', DISCOUNT_FIELDS.on, 'both'),
  }
}

/** What the form says, as fields of the record, with what is wrong in it. [DISC1] [RECORD2] */
export function readDiscount(
  draft: DiscountDraft,
  exponent: number,
): { readonly fields: RecordFields; readonly errors: Errors } {
  const rate = typedPercent(draft.rate)
  const cap = typedPrice(draft.cap, exponent)
  const amount = typedPrice(draft.amount, exponent)
  const { kind } = draft
  const isCapped = draft.cap.trim() !== ''
  const errors = errorsOf({
    name: wrongName(draft.name),
    rate: kind === 'percent' ? rate.wrong : null,
    cap: kind === 'percent' && isCapped ? (cap.wrong ?? aboveZero(cap.price)) : null,
    amount: kind === 'amount' ? (amount.wrong ?? aboveZero(amount.price)) : null,
  })
  const how =
    kind === 'percent'
      ? { kind, ratePpm: rate.ppm, cap: isCapped ? cap.price : null }
      : kind === 'amount'
        ? { kind, amount: amount.price }
        : { kind }
  // The till asks for a reason each time, whatever a record says.
  return { fields: { name: draft.name.trim(), how, on: draft.on, reasonNeeded: true }, errors }
}

function aboveZero(price: number): 'numberBad' | null {
  return price < 1 ? 'numberBad' : null
}
