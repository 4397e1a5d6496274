import type { Known } from '#domain/context.ts'
import { LINE_TAXES_MAX } from '#domain/limits.ts'
import { isAbsentOr, isFlag, isId, isListOf, isName, isObject, isPrice } from '#domain/menu/shape.ts'
import type { RecordFields } from '#domain/record/record.ts'
import type { Rejection } from '#domain/rejection.ts'
import { isRate, type Tax } from '#domain/store/settings.ts'
import { taxesInCircle } from './circle.ts'

const isNames = isListOf(isId, LINE_TAXES_MAX)

const isTaxShape = isObject({
  id: isId,
  name: isName,
  ratePpm: isRate,
  inclusive: isFlag,
  perPiece: isAbsentOr(isPrice),
  on: isAbsentOr(isNames),
})

/** Whether these are taxes that a charge can bear: each whole, and none in a circle. [TAX6] [TAX7] */
export function isLineTaxes(value: unknown): boolean {
  if (!isListOf(isTaxShape, LINE_TAXES_MAX)(value)) return false
  const taxes = value as readonly Known<Tax>[]
  // Which of two with one id is borne would depend on the order of a list. [PRICE8]
  const ids = new Set(taxes.map(({ id }) => id))
  return ids.size === taxes.length && taxes.every(isOneKind) && taxesInCircle(taxes).length === 0
}

/** The fields of a tax, each by itself. [RECORD2] */
export const TAX_FIELDS = {
  ratePpm: isRate,
  inclusive: isFlag,
  perPiece: isPrice,
  on: isNames,
  active: isFlag,
}

/**
 * Why a tax cannot become this beside the store's others, or null: it is either a percentage or so much a piece, only a
 * percentage on top compounds, and no names go round in a circle. [TAX6] [TAX7]
 */
export function checkTax(
  recordId: string,
  fields: RecordFields,
  taxes: readonly Known<Tax>[],
): Rejection | null {
  const known = taxes.find(({ id }) => id === recordId)
  const tax: Partial<Tax> & { readonly id: string } = { ...known, ...fields, id: recordId }
  if (!isOneKind(tax)) return { code: 'bad_record', rule: tax.perPiece === undefined ? 'TAX6' : 'TAX7' }
  const others = taxes.filter(({ id }) => id !== recordId)
  return taxesInCircle([...others, tax]).includes(tax) ? { code: 'taxes_in_circle', rule: 'TAX6' } : null
}

function isOneKind({ ratePpm, inclusive, perPiece, on }: Partial<Tax>): boolean {
  const compounds = (on ?? []).length > 0
  if (perPiece !== undefined) return (ratePpm ?? 0) === 0 && !compounds
  return !(compounds && inclusive === true)
}
