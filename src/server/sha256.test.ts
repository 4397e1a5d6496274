import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Envelope } from '#domain/event/envelope.ts'
import { HLC_ZERO } from '#domain/event/hlc.ts'
import { CHAIN_START, hashEvent } from '#sync/chain.ts'
import { nativeSha256 } from './sha256.ts'

const EVENT: Omit<Envelope, 'hash'> = {
  store: 'store-1',
  dev: 'till',
  seq: 1,
  txn: { id: 'txn-1', i: 0, n: 1 },
  hlc: HLC_ZERO,
  wall: 0,
  off: 0,
  actor: 'ana',
  entType: 'item',
  entId: 'i1',
  type: 'item_note_set',
  v: 1,
  crit: false,
  payload: '',
  prev: CHAIN_START,
}

test('[SYNC8] a server hashes as every device does', () => {
  const texts = fc.string({ unit: 'binary', maxLength: 300 })
  fc.assert(
    fc.property(texts, (payload) => {
      const event = { ...EVENT, payload }
      expect(hashEvent(event, nativeSha256)).toBe(hashEvent(event))
    }),
  )
})
