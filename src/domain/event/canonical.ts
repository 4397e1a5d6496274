export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/**
 * The one byte form of a payload: keys in code-unit order, no spaces, no undefined members, integers only.
 * Same value, same text on every engine; the hash chain and "same bytes" comparisons rest on it.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return JSON.stringify(value)
  if (typeof value === 'string') return JSON.stringify(value.toWellFormed())
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new Error(`assertion failed: ${value} is not a safe integer`)
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object') return canonicalObject(value)
  throw new Error(`assertion failed: ${typeof value} has no canonical form`)
}

function canonicalObject(value: object): string {
  const members = value as { readonly [key: string]: unknown }
  const keys = Object.keys(value)
  // What was canonical before comes in order.
  if (!keys.every((key, i) => i === 0 || (keys[i - 1] ?? '') < key)) keys.sort()
  let text = ''
  for (const key of keys) {
    const member = members[key]
    if (member === undefined) continue
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(member)}`
  }
  return `{${text}}`
}
