import type { OfficeRecord } from '#device/messages.ts'

/** A record is whatever fields have arrived: what is missing or odd reads as a plain default. */
export function text(record: OfficeRecord, field: string): string {
  const value = record[field]
  return typeof value === 'string' ? value : ''
}

export function whole(record: OfficeRecord, field: string, otherwise = 0): number {
  const value = record[field]
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : otherwise
}

export function flag(record: OfficeRecord, field: string): boolean {
  return record[field] === true
}

/** A list or map that is as it must be, else what stands for none. */
export function shaped<T>(
  record: OfficeRecord,
  field: string,
  isGood: (value: unknown) => boolean,
  none: T,
): T {
  const value = record[field]
  return isGood(value) ? (value as T) : none
}

/** As a till shows them: by position, then name, then id. */
export function inOrder<T extends { readonly id: string; readonly name: string; readonly position: number }>(
  records: readonly T[],
): readonly T[] {
  return records.toSorted(
    (a, b) => a.position - b.position || a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1),
  )
}

/** Behind the last one. */
export function nextPosition(records: readonly { readonly position: number }[]): number {
  return Math.max(-1, ...records.map(({ position }) => position)) + 1
}
