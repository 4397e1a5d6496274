import { canonicalJson } from '#domain/event/canonical.ts'
import type { RecordFields } from '#domain/record/record.ts'

/**
 * The fields that differ from what was shown, and no other: whoever edits another field of the same record meanwhile
 * keeps their change. [RECORD1]
 */
export function changedFields(fields: RecordFields, shown: object | null): RecordFields {
  if (shown === null) return fields
  const before = new Map<string, unknown>(Object.entries(shown))
  return Object.fromEntries(
    Object.entries(fields).filter(([field, value]) => !isSame(value, before.get(field))),
  )
}

function isSame(a: unknown, b: unknown): boolean {
  if (a === undefined || b === undefined) return a === b
  return canonicalJson(a) === canonicalJson(b)
}
