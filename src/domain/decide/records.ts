import type { Command } from '#domain/command.ts'
import { NAME_LENGTH_MAX, RECORD_CHARS_MAX } from '#domain/limits.ts'
import { isMinor } from '#domain/money/money.ts'
import {
  isCurrency,
  isCutoverHour,
  isRate,
  isTaxRounding,
  isTaxScope,
  isZone,
} from '#domain/store/settings.ts'
import { ok } from '#domain/result.ts'
import { reject, type Decision } from './reject.ts'

type SaveRecord = Extract<Command, { type: 'save_record' }>

/** Only the fields that are named change; each is checked by its name. [RECORD1] [RECORD2] */
export function saveRecord(command: SaveRecord): Decision {
  const { recordType, recordId, fields } = command
  if (recordType === 'user' || recordType === 'device') return reject('not_allowed', 'RECORD3')
  if (!isRecordId(recordId) || Object.keys(fields).length === 0) return reject('bad_record', 'RECORD1')
  if (recordType === 'menu_item' && !isAbsentOr(fields['price'], isPrice))
    return reject('bad_price', 'RECORD2')
  if (!isPlain(fields) || JSON.stringify(fields).length > RECORD_CHARS_MAX)
    return reject('bad_record', 'RECORD2')
  for (const [field, isGood] of Object.entries({ name: isName, ...CHECKS[recordType] })) {
    if (!isAbsentOr(fields[field], isGood)) return reject('bad_record', 'RECORD2')
  }
  return ok([{ ent: { type: recordType, id: recordId }, event: { type: 'record_changed', payload: fields } }])
}

type Check = (value: unknown) => boolean

/** Fields that, wrong, would stop the store from selling. */
const CHECKS: { readonly [type in SaveRecord['recordType']]?: { readonly [field: string]: Check } } = {
  menu_item: { taxIds: isTextList },
  tax: { ratePpm: isRate },
  settings: {
    currency: isCurrency,
    zone: isZone,
    cutoverHour: isCutoverHour,
    taxScope: isTaxScope,
    taxRounding: isTaxRounding,
  },
}

function isAbsentOr(value: unknown, isGood: Check): boolean {
  return value === undefined || isGood(value)
}

/** As it travels in an event: no space, no line feed, at most 80 characters. */
function isRecordId(id: string): boolean {
  return /^[\x21-\x7e]{1,80}$/.test(id)
}

function isName(name: unknown): boolean {
  return typeof name === 'string' && name.trim() !== '' && name.length <= NAME_LENGTH_MAX
}

function isPrice(price: unknown): boolean {
  return isMinor(price) && price >= 0
}

function isTextList(list: unknown): boolean {
  return Array.isArray(list) && list.every((one) => typeof one === 'string')
}

/** What a payload can hold: text, flags, whole numbers, and lists and objects of them. */
function isPlain(value: unknown): boolean {
  if (value === null || value === undefined || typeof value === 'string' || typeof value === 'boolean')
    return true
  if (typeof value === 'number') return Number.isSafeInteger(value)
  if (typeof value !== 'object') return false
  return Object.entries(value).every(([key, member]) => key.length <= NAME_LENGTH_MAX && isPlain(member))
}
