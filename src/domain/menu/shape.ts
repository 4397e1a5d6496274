import { NAME_LENGTH_MAX } from '#domain/limits.ts'
import { isMinor } from '#domain/money/money.ts'

/** Whether a value that came from elsewhere is what it must be. */
export type Check = (value: unknown) => boolean

/** An object whose named fields are each as they must be; other fields are a newer version's. [RECORD4] */
export function isObject(fields: { readonly [field: string]: Check }): Check {
  return (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(fields).every(([field, isGood]) => isGood((value as { [field: string]: unknown })[field]))
}

export function isListOf(isGood: Check, max = Number.POSITIVE_INFINITY): Check {
  return (value) => Array.isArray(value) && value.length <= max && value.every(isGood)
}

/** Things with ids of their own, no two the same. */
export function isListById(isGood: Check, idField: string, max = Number.POSITIVE_INFINITY): Check {
  return (value) => {
    if (!isListOf(isGood, max)(value)) return false
    const ids = (value as readonly { readonly [field: string]: unknown }[]).map((one) => one[idField])
    return new Set(ids).size === ids.length
  }
}

/** Values by key, where every key is text of a length that travels. */
export function isMapOf(isGood: Check): Check {
  return (value) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.entries(value).every(([key, member]) => isId(key) && isGood(member))
}

export function isAbsentOr(isGood: Check): Check {
  return (value) => value === undefined || isGood(value)
}

export function isOneOf(...values: readonly unknown[]): Check {
  return (value) => values.includes(value)
}

export function isWhole(min: number, max: number): Check {
  return (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= min && value <= max
}

export function isFlag(value: unknown): boolean {
  return typeof value === 'boolean'
}

export function isText(value: unknown): boolean {
  return typeof value === 'string' && value.length <= NAME_LENGTH_MAX
}

export function isName(value: unknown): boolean {
  return isText(value) && (value as string).trim() !== ''
}

export function isId(value: unknown): boolean {
  return isText(value) && value !== ''
}

export function isPrice(value: unknown): boolean {
  return isMinor(value) && value >= 0
}
