import type { Command } from '#domain/command.ts'
import { NAME_LENGTH_MAX } from '#domain/limits.ts'
import { isMinor } from '#domain/money/money.ts'
import type { RecordFields } from '#domain/record/record.ts'
import { ok } from '#domain/result.ts'
import { reject, type Decision } from './reject.ts'

/** Only the fields that are named change; each is checked by its name. [RECORD1] [RECORD2] */
export function saveRecord(command: Extract<Command, { type: 'save_record' }>): Decision {
  const { recordType, recordId, fields } = command
  if (recordType === 'user' || recordType === 'device') return reject('not_allowed', 'RECORD3')
  if (recordId === '' || Object.keys(fields).length === 0) return reject('bad_record', 'RECORD1')
  if (!isName(fields)) return reject('bad_record', 'RECORD2')
  if (recordType === 'menu_item' && !isPrice(fields)) return reject('bad_price', 'RECORD2')
  return ok([
    { ent: { type: recordType, id: recordId }, event: { type: 'record_changed', payload: fields } },
  ])
}

function isName(fields: RecordFields): boolean {
  const name = fields['name']
  if (name === undefined) return true
  return typeof name === 'string' && name.trim() !== '' && name.length <= NAME_LENGTH_MAX
}

function isPrice(fields: RecordFields): boolean {
  const price = fields['price']
  return price === undefined || (isMinor(price) && price >= 0)
}
