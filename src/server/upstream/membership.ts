import type { Database } from '#database/open.ts'
import { readLocal, writeLocal } from '#database/queries/local-values.ts'
import { writeStoreEntry } from '#server/stores/registry.ts'
import type { Tx } from '#database/schema.ts'
import type { EnrolReply } from './ask-to-enrol.ts'

/** What enrolment gave this hub. It lives beside the data, not in the environment. */
export interface Membership {
  readonly url: string
  /** The cloud's own device. */
  readonly cloud: string
  readonly token: string
}

const KEY = 'upstream'

export async function readMembership({ db }: Database): Promise<Membership | null> {
  const text = await readLocal(db, '', KEY)
  return text === null ? null : (JSON.parse(text) as Membership)
}

/** Which store this is, who made it, the cloud's token and the keys of the store's other hubs: all or nothing. */
export async function keepMembership(
  { db, flush }: Database,
  url: string,
  { store, root, cloud, token, hubs }: EnrolReply,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await writeLocal(tx, '', 'store', store)
    await writeLocal(tx, '', 'root', root)
    await writeStoreEntry(tx, store, { root, hubs })
    await writeLocal(tx, '', KEY, JSON.stringify({ url, cloud, token } satisfies Membership))
  })
  await flush()
}

/** The same place in the cloud, under the token of the device this hub is now. [FORK9] */
export function renewMembership(tx: Tx, membership: Membership): Promise<void> {
  return writeLocal(tx, '', KEY, JSON.stringify(membership))
}
