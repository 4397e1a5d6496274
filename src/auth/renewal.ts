import type { Draft } from '#domain/event/event.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { readRecords } from '#database/queries/records.ts'
import type { Tx } from '#database/schema.ts'
import { nextLetter } from './pairing.ts'

export interface Renewal {
  readonly letter: string
  /** Nothing where it was taken in before: the answer was lost. */
  readonly drafts: readonly Draft[]
}

/**
 * Takes a device in under another id, because its log forked: the word of the one it was is enough, so nobody is asked.
 * It gets a letter of its own; the id of anybody else is refused. [PAIR5]
 */
export async function decideRenewal(
  tx: Tx,
  store: string,
  { was, dev, now }: { readonly was: string; readonly dev: string; readonly now: number },
): Promise<Result<Renewal, 'device_exists'>> {
  const devices = await readRecords(tx, store, 'device')
  const known = devices.find((device) => device.id === dev)
  if (known !== undefined) {
    return known.was === was ? ok({ letter: known.letter, drafts: [] }) : err('device_exists')
  }
  const before = devices.find((device) => device.id === was)
  // A hub numbers nothing. It stays one of the store's servers: its word about people and devices counts on. [ACCESS4]
  const isServer = before?.kind === 'server'
  const letter = isServer ? '' : nextLetter(new Set(devices.map((device) => device.letter)))
  const kind = isServer ? 'server' : 'device'
  const payload = { name: before?.name ?? '', letter, kind, pairedAt: now, active: true, was }
  return ok({
    letter,
    drafts: [{ ent: { type: 'device', id: dev }, event: { type: 'record_changed', payload } }],
  })
}
