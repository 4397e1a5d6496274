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

/**
 * What this person changed and somebody else changed otherwise while the form was open: saved now, it would undo
 * theirs unseen. [RECORD8]
 */
export function clashingFields(
  mine: RecordFields,
  shown: object | null,
  now: object | null,
): readonly string[] {
  if (shown === null || now === null) return []
  const [before, theirs] = [new Map<string, unknown>(Object.entries(shown)), new Map(Object.entries(now))]
  return Object.keys(mine).filter((field) => {
    const there: unknown = theirs.get(field)
    return !isSame(there, before.get(field)) && !isSame(there, mine[field])
  })
}

function isSame(a: unknown, b: unknown): boolean {
  if (a === undefined || b === undefined) return a === b
  return canonicalJson(a) === canonicalJson(b)
}
