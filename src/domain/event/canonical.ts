export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** Text that JSON writes as it is: most keys, ids and names are of these signs alone. */
const PLAIN = /^[\w .:-]*$/

/**
 * The one byte form of a payload: keys in code-unit order, no spaces, no undefined members, integers only.
 * Same value, same text on every engine; the hash chain and "same bytes" comparisons rest on it.
 */
export function canonicalJson(value: unknown): string {
  // Written by hand and by kind: this runs for every entity that a page of events changes.
  switch (typeof value) {
    case 'string':
      return PLAIN.test(value) ? `"${value}"` : JSON.stringify(value.toWellFormed())
    case 'number':
      return canonicalNumber(value)
    case 'boolean':
      return value ? 'true' : 'false'
    case 'object':
      if (value === null) return 'null'
      return Array.isArray(value) ? `[${value.map(canonicalJson).join(',')}]` : canonicalObject(value)
    default:
      throw new Error(`assertion failed: ${typeof value} has no canonical form`)
  }
}

function canonicalNumber(value: number): string {
  if (!Number.isSafeInteger(value)) throw new Error(`assertion failed: ${value} is not a safe integer`)
  // Zero has no sign: `String` knows that of -0, too.
  return String(value)
}

function canonicalObject(value: object): string {
  const members = value as { readonly [key: string]: unknown }
  let text = ''
  for (const key of inOrder(Object.keys(value))) {
    const member = members[key]
    if (member === undefined) continue
    text += `${text === '' ? '' : ','}${PLAIN.test(key) ? `"${key}"` : JSON.stringify(key)}:${canonicalJson(member)}`
  }
  return `{${text}}`
}

/** By code units. What was canonical before comes in order. */
function inOrder(keys: string[]): readonly string[] {
  for (let i = 1; i < keys.length; i += 1) {
    if ((keys[i - 1] ?? '') > (keys[i] ?? '')) return keys.sort()
  }
  return keys
}
