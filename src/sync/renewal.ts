import { deleteLocal, readLocal, writeLocal } from '#database/queries/local-values.ts'
import { readRecord } from '#database/queries/records.ts'
import type { Tx } from '#database/schema.ts'
import type { Renewed } from './fork-healing.ts'
import type { Replica } from './replica.ts'

export interface RenewalPorts<H extends { readonly letter: string }> {
  readonly replica: Replica
  /** Makes a device id that nobody has. */
  readonly freshId: () => string | Promise<string>
  /** Makes what was written so far survive a power cut. */
  readonly flush: () => Promise<void>
  /** Asks the server to take this device in under another id; the same again gives the same. Null: no answer, or no. */
  readonly ask: (dev: string) => Promise<H | null>
  /** In the transaction in which this device becomes another one. */
  readonly keep: (tx: Tx, dev: string, answer: H) => Promise<void>
  readonly now: () => number
}

/**
 * A device whose log forked (copied, or restored from an old copy) goes on under a new id, without anybody being asked.
 * Its id is chosen and kept before it asks, so that a lost answer or a power cut costs nothing, and it changes over only
 * once its own record is here: an order number needs its letter. [FORK3]
 */
export async function renewDevice<H extends { readonly letter: string }>(
  { replica, freshId, flush, ask, keep, now }: RenewalPorts<H>,
  common: number,
): Promise<Renewed> {
  const { db, store, dev: old } = replica
  const key = `heir:${old}`
  let dev = await readLocal(db, store, key)
  if (dev === null) {
    dev = await freshId()
    await writeLocal(db, store, key, dev)
    await flush()
  }
  const answer = await ask(dev)
  if (answer === null) return 'waiting'
  if ((await readRecord(db, store, 'device', dev)) === null) return 'asked'
  const heir = { dev, letter: answer.letter }
  await replica.rewind({ dev: old, common, heir, at: now() }, async (tx) => {
    await deleteLocal(tx, store, key)
    await keep(tx, heir.dev, answer)
  })
  return 'renewed'
}
