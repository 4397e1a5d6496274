import type { Tx } from './schema.ts'

/** Why an event was set aside: kept word for word, shown, and never in the way of the rest. */
export type QuarantineReason =
  | 'bad_envelope'
  | 'bad_hash'
  | 'wrong_store'
  | 'broken_payload'
  | 'not_allowed'
  | 'fork'

export interface Quarantined {
  readonly dev: string
  readonly seq: number
  readonly reason: QuarantineReason
  readonly body: string
}

/** Keeps each body once, however often it is sent. */
export async function quarantine(
  tx: Tx,
  store: string,
  found: readonly Quarantined[],
  receivedAt: number,
): Promise<void> {
  for (const one of found) {
    const known = await tx
      .selectFrom('quarantine')
      .select('id')
      .where('store', '=', store)
      .where('dev', '=', one.dev)
      .where('seq', '=', one.seq)
      .where('body', '=', one.body)
      .executeTakeFirst()
    if (known !== undefined) continue
    await tx
      .insertInto('quarantine')
      .values({ store, ...one, received_at: receivedAt })
      .execute()
  }
}
