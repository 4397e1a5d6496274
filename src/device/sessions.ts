import { deleteLocal, readLocal, writeLocal } from '#database/queries/local-values.ts'
import { readRecord } from '#database/queries/records.ts'
import type { Db } from '#database/schema.ts'
import type { Person } from '#auth/login.ts'

/** Who is signed in on which tab. Kept in the database, so that a reload or another owning tab knows it too. */
export async function openSession(db: Db, store: string, person: Person): Promise<string> {
  const token = crypto.randomUUID()
  await writeLocal(db, store, key(token), person.id)
  return token
}

/** The person behind a session as they are now: a changed role counts at once, a leaver is out. */
export async function readSession(db: Db, store: string, token: string): Promise<Person | null> {
  const userId = await readLocal(db, store, key(token))
  if (userId === null) return null
  const user = await readRecord(db, store, 'user', userId)
  return user === null || !user.active ? null : { id: user.id, name: user.name, role: user.role }
}

export async function closeSession(db: Db, store: string, token: string): Promise<void> {
  await deleteLocal(db, store, key(token))
}

function key(token: string): string {
  return `session:${token}`
}
