import type { Of } from '#domain/command/command.ts'
import type { Context } from '#domain/context.ts'
import { DISCOUNT_FIELDS } from '#domain/discount/discount-checks.ts'
import { TABLE_FIELDS } from '#domain/floor/table-checks.ts'
import { isLocalHost, PRINTER_FIELDS } from '#domain/kitchen/printer-checks.ts'
import { STATION_FIELDS } from '#domain/kitchen/station-checks.ts'
import { NAME_LENGTH_MAX, RECORD_CHARS_MAX } from '#domain/limits.ts'
import { checkMenuRecord } from '#domain/menu/menu-checks.ts'
import { isTooDear } from '#domain/menu/price-limit.ts'
import { isName, isPrice, type Check } from '#domain/menu/shape.ts'
import type { RecordFields, RecordType } from '#domain/record/record.ts'
import type { Rejection } from '#domain/rejection.ts'
import { err, ok } from '#domain/result.ts'
import { authorize } from '#domain/staff/authorize.ts'
import { saveRole } from '#domain/staff/role-record.ts'
import { INGREDIENT_FIELDS } from '#domain/stock/stock-checks.ts'
import { METHOD_FIELDS, SETTINGS_FIELDS } from '#domain/store/settings-checks.ts'
import { checkTax, TAX_FIELDS } from '#domain/tax/tax-checks.ts'
import { recordAction } from './record-action.ts'
import { reject, type Decision } from './reject.ts'

/** Only the fields that are named change; each is checked by its name. [RECORD1] [RECORD2] [RECORD3] [RECORD5] [RECORD6] [RECORD7] */
export function saveRecord(command: Of<'save_record'>, context: Context): Decision {
  const { recordType, recordId, fields } = command
  if (recordType === 'user' || recordType === 'device') return reject('not_allowed', 'RECORD3')
  if (!isRecordId(recordId) || Object.keys(fields).length === 0) return reject('bad_record', 'RECORD1')
  if (recordType === 'menu_item' && fields['price'] !== undefined && !isPrice(fields['price']))
    return reject('bad_price', 'RECORD2')
  if (!isPlain(fields) || JSON.stringify(fields).length > RECORD_CHARS_MAX)
    return reject('bad_record', 'RECORD2')
  if (!areGood(recordType, fields)) return reject('bad_record', 'RECORD2')
  if (isOutside(command)) return reject('printer_on_internet', 'RECORD7')
  if (recordType === 'role') return saveRole(command, context)
  if (isTooDear(fields)) return reject('bad_price', 'RECORD6')
  const refused = refusedBeside(command, context)
  if (refused !== null) return err(refused)
  const authorized = authorize(context, recordAction(command), [recordId])
  if (!authorized.ok) return authorized
  const payload = counted(fields, context.now)
  return ok([{ ent: { type: recordType, id: recordId }, event: { type: 'record_changed', payload } }])
}

const FROM_NOW = ['countdown', 'sellAnyway'] as const

/** What is left is counted from the moment it is written down, by the device's clock and not a screen's. [LEFT3] */
function counted(fields: RecordFields, now: number): RecordFields {
  const begun = FROM_NOW.flatMap((field) => {
    const value = fields[field]
    return typeof value === 'object' && value !== null ? [[field, { ...value, at: now }] as const] : []
  })
  return begun.length === 0 ? fields : { ...fields, ...Object.fromEntries(begun) }
}

const CHECKS: { readonly [type in RecordType]?: { readonly [field: string]: Check } } = {
  tax: TAX_FIELDS,
  discount: DISCOUNT_FIELDS,
  payment_method: METHOD_FIELDS,
  settings: SETTINGS_FIELDS,
  printer: PRINTER_FIELDS,
  station: STATION_FIELDS,
  table: TABLE_FIELDS,
  ingredient: INGREDIENT_FIELDS,
}

function areGood(recordType: RecordType, fields: RecordFields): boolean {
  const checks: { readonly [field: string]: Check } = { name: isName, ...CHECKS[recordType] }
  return Object.entries(checks).every(
    ([field, isGood]) => fields[field] === undefined || isGood(fields[field]),
  )
}

/** Whether a printer's address, text by now, is one of the internet. */
function isOutside({ recordType, fields: { host } }: Of<'save_record'>): boolean {
  return recordType === 'printer' && typeof host === 'string' && !isLocalHost(host)
}

/** What only shows beside the records that are there. */
function refusedBeside(
  { recordType, recordId, fields }: Of<'save_record'>,
  context: Context,
): Rejection | null {
  return recordType === 'tax'
    ? checkTax(recordId, fields, context.menu.taxes)
    : checkMenuRecord(recordType, fields, context, recordId)
}

/** As it travels in an event: no space, no line feed, at most 80 characters. */
function isRecordId(id: string): boolean {
  return /^[\x21-\x7e]{1,80}$/.test(id)
}

/** What a payload can hold: text, flags, whole numbers, and lists and objects of them. */
function isPlain(value: unknown): boolean {
  if (value === null || value === undefined || typeof value === 'string' || typeof value === 'boolean')
    return true
  if (typeof value === 'number') return Number.isSafeInteger(value)
  if (typeof value !== 'object') return false
  return Object.entries(value).every(([key, member]) => key.length <= NAME_LENGTH_MAX && isPlain(member))
}
