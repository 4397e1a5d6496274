import type { OfficeRecord } from '#device/messages.ts'

/** A record as it came: for lists of plain fields. */
export function asItIs(record: OfficeRecord): OfficeRecord {
  return record
}
