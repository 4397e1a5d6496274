import { readRecords } from '#database/queries/records.ts'
import type { Db } from '#database/schema.ts'

/** Names that views show beside ids. */
export interface Lookups {
  tableName(tableId: string | null): string | null
  areaOf(tableId: string | null): string | null
  personName(userId: string | null): string
}

export async function readLookups(db: Db, store: string): Promise<Lookups> {
  const tables = await db
    .selectFrom('tables')
    .select(['id', 'name', 'area_id'])
    .where('store', '=', store)
    .execute()
  const users = await readRecords(db, store, 'user')
  const tableNames = new Map(tables.map((table) => [table.id, table.name]))
  const areas = new Map(tables.map((table) => [table.id, table.area_id]))
  const personNames = new Map(users.map((user) => [user.id, user.name]))
  return {
    tableName: (tableId) => (tableId === null ? null : (tableNames.get(tableId) ?? null)),
    areaOf: (tableId) => (tableId === null ? null : (areas.get(tableId) ?? null)),
    personName: (userId) => (userId === null ? '' : (personNames.get(userId) ?? '')),
  }
}
