import { taxKey } from '#domain/tax/tax.ts'
import type { CategoryRow, GroupRow, ItemRow, LossRow, TaxRow } from './report.ts'

// What makes two rows one. Every field that is no sum is part of it: what is merged first changes nothing. [REPORT3]

export function taxRowKey(row: TaxRow): string {
  return `${taxKey(row)}${row.exempt ? ' exempt' : ''}`
}

export function itemKey({
  name,
  menuItemId,
  categoryId,
}: Pick<ItemRow, 'name' | 'menuItemId' | 'categoryId'>): string {
  return `${name} ${menuItemId} ${categoryId}`
}

export function categoryKey({ categoryId }: CategoryRow): string {
  return categoryId
}

/** Sorts by hour. */
export function hourKey({ hour }: { readonly hour: number }): string {
  return String(hour).padStart(2, '0')
}

export function groupKey({ id }: Pick<GroupRow, 'id'>): string {
  return id
}

export function lossKey({ kind, name, reason, by, approvedBy }: LossRow): string {
  return JSON.stringify([kind, name, reason, by, approvedBy])
}
