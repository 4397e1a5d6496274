import type { Draft } from '#domain/event/event.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { readRecords } from '#database/queries/records.ts'
import type { Tx } from '#database/schema.ts'
import { nextLetter } from './pairing.ts'

export interface Joining {
  readonly dev: string
  readonly name: string
  /** The server that is asked. */
  readonly server: string
  readonly now: number
}

export interface Joined {
  readonly letter: string
  readonly drafts: readonly Draft[]
}

/**
 * Takes a device in. One that the store knows already, as after a lost answer, keeps its letter: a code is a
 * manager's word that it may join. Letters are chosen in the transaction that takes one. [PAIR3] [PAIR4]
 */
export async function decideJoining(
  tx: Tx,
  store: string,
  { dev, name, server, now }: Joining,
): Promise<Result<Joined, 'device_exists' | 'store_not_ready'>> {
  const devices = await readRecords(tx, store, 'device')
  const known = devices.find((device) => device.id === dev)
  // A hub that is still being filled from the cloud may say nothing yet, and does not know which letters are taken.
  if (!devices.some((device) => device.id === server)) return err('store_not_ready')
  if (known?.kind === 'server') return err('device_exists')
  const letter = known?.letter ?? nextLetter(new Set(devices.map((device) => device.letter)))
  // A code is a new beginning: what it once was, revoked perhaps, says nothing any more.
  const again = known?.was === undefined ? {} : { was: '' }
  const payload = { name, letter, kind: 'device', pairedAt: now, active: true, ...again }
  return ok({
    letter,
    drafts: [{ ent: { type: 'device', id: dev }, event: { type: 'record_changed', payload } }],
  })
}
