import type { RecordFields } from '#domain/record/record.ts'
import type { OfficeRecord } from '#device/messages.ts'
import { decimalText, parseAmount } from '#i18n/money.ts'
import { isLocalHost } from '#domain/kitchen/printer-checks.ts'
import { isTipPercents } from '#domain/store/settings-checks.ts'
import { isZone } from '#domain/store/settings.ts'
import { flag, shaped, text, whole } from '#app/features/backoffice/records/read.ts'
import { errorsOf, wrongName, type Errors, type Wrong } from '#app/features/backoffice/records/typed.ts'

/** One field of a record that is edited in a form of its own kind's few fields. */
export type FieldSpec = {
  readonly field: string
  readonly label: string
  readonly hint?: string
} & (
  | { readonly kind: 'name' }
  | { readonly kind: 'text' }
  | { readonly kind: 'host' }
  | { readonly kind: 'zone' }
  /** Whole percents in a row, as "5, 10, 15"; `initial` where the record has none. */
  | { readonly kind: 'percents'; readonly initial: readonly number[] }
  /** Typed in percent, kept in millionths. */
  | { readonly kind: 'percent' }
  | { readonly kind: 'whole'; readonly min: number; readonly max: number; readonly initial: number }
  | { readonly kind: 'flag'; readonly initial: boolean }
  | {
      readonly kind: 'choice'
      readonly options: readonly { readonly id: string; readonly label: string }[]
      readonly initial: string
      /** The ids are whole numbers in the record. */
      readonly isNumber?: boolean
      readonly mayBeEmpty?: boolean
      /** What a record says that says nothing. */
      readonly whenAbsent?: string
    }
)

/** What stands in the form: text, as typed, and switches. */
export type SimpleDraft = { readonly [field: string]: string | boolean }

/** Percents are typed with up to four decimals: 8.875 % is 88,750 millionths. */
const PERCENT_DECIMALS = 4
const WHOLE_PPM = 1_000_000

export function draftOfRecord(specs: readonly FieldSpec[], record: OfficeRecord | null): SimpleDraft {
  return Object.fromEntries(specs.map((spec) => [spec.field, shownOf(spec, record)]))
}

function shownOf(spec: FieldSpec, record: OfficeRecord | null): string | boolean {
  const { kind, field } = spec
  switch (kind) {
    case 'flag':
      return record === null ? spec.initial : flag(record, field)
    case 'whole':
      return String(record === null ? spec.initial : whole(record, field, spec.initial))
    case 'percents':
      return shaped(record ?? { id: '' }, field, isTipPercents, spec.initial).join(', ')
    case 'percent':
      return record === null ? '' : decimalText(whole(record, field), PERCENT_DECIMALS).replace(/\.?0+$/, '')
    case 'choice': {
      if (record === null) return spec.initial
      return spec.isNumber === true
        ? String(whole(record, field))
        : text(record, field) || (spec.whenAbsent ?? '')
    }
    default:
      return record === null ? '' : text(record, field)
  }
}

/** What the form says, as fields of a record, with what is wrong in it. */
export function readSimple(
  specs: readonly FieldSpec[],
  draft: SimpleDraft,
): { readonly fields: RecordFields; readonly errors: Errors } {
  const read = specs.map((spec) => ({ field: spec.field, ...readField(spec, draft[spec.field] ?? '') }))
  return {
    fields: Object.fromEntries(read.map(({ field, value }) => [field, value])),
    errors: errorsOf(Object.fromEntries(read.map(({ field, wrong }) => [field, wrong]))),
  }
}

interface ReadField {
  readonly value: unknown
  readonly wrong: Wrong | null
}

function readField(spec: FieldSpec, typed: string | boolean): ReadField {
  if (typeof typed === 'boolean') return { value: typed, wrong: null }
  const plain = typed.trim()
  switch (spec.kind) {
    case 'name':
      return { value: plain, wrong: wrongName(plain) }
    case 'host':
      return { value: plain, wrong: plain === '' ? 'hostMissing' : isLocalHost(plain) ? null : 'hostPublic' }
    case 'zone':
      return { value: plain, wrong: isZone(plain) ? null : 'zoneBad' }
    case 'percents': {
      const percents =
        plain === ''
          ? []
          : plain
              .split(/[\s,;%]+/)
              .filter(Boolean)
              .map(Number)
      return { value: percents, wrong: isTipPercents(percents) ? null : 'percentsBad' }
    }
    case 'percent': {
      const ppm = parseAmount(plain, PERCENT_DECIMALS)
      return { value: ppm ?? 0, wrong: ppm === null || ppm > WHOLE_PPM ? 'percentBad' : null }
    }
    case 'whole': {
      const number = /^\d{1,6}$/.test(plain) ? Number(plain) : Number.NaN
      const isGood = number >= spec.min && number <= spec.max
      return { value: isGood ? number : 0, wrong: isGood ? null : 'numberBad' }
    }
    case 'choice': {
      const isMissing = plain === '' && spec.mayBeEmpty !== true
      return {
        value: spec.isNumber === true ? Number(plain) : plain,
        wrong: isMissing ? 'choiceMissing' : null,
      }
    }
    default:
      return { value: plain, wrong: null }
  }
}
