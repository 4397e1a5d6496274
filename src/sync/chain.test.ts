import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Envelope } from '#domain/event/envelope.ts'
import type { Hlc } from '#domain/event/hlc.ts'
import { CHAIN_START, chainText, hashEvent } from './chain.ts'

// Pinned for ever: if one of these changes, every journal in every restaurant stops verifying.
const EXAMPLE: Omit<Envelope, 'hash'> = {
  store: 'store-1',
  dev: 'till',
  seq: 1,
  txn: { id: 'txn-1', i: 0, n: 2 },
  hlc: '01a1f8d3ea000000' as Hlc,
  wall: 1_795_176_000_000,
  off: -250,
  actor: 'ana',
  entType: 'item',
  entId: 'i1',
  type: 'item_note_set',
  v: 1,
  crit: false,
  payload: '{"note":"sem açúcar, \\"ok\\"\\n☕ 🍵"}',
  prev: CHAIN_START,
}
const TEXT = [
  'comanda/event/1',
  '0000000000000000000000000000000000000000000000000000000000000000',
  'store-1',
  'till',
  '1',
  'txn-1',
  '0',
  '2',
  '01a1f8d3ea000000',
  '1795176000000',
  '-250',
  'ana',
  'item',
  'i1',
  'item_note_set',
  '1',
  '0',
  '{"note":"sem açúcar, \\"ok\\"\\n☕ 🍵"}',
].join('\n')
const HASH = '50664e5d5d68e7f0d510a201b36a04f32e45636c0616f3e48fd43de0873e12f8'

describe('the hash of an event', () => {
  test('[SYNC8] covers exactly these bytes', () => {
    expect(chainText(EXAMPLE)).toBe(TEXT)
  })

  test('[SYNC8] is the SHA-256 of their UTF-8', () => {
    expect(hashEvent(EXAMPLE)).toBe(HASH)
    expect(createHash('sha256').update(TEXT, 'utf8').digest('hex')).toBe(HASH)
  })

  test('[SYNC8] changes with every field', () => {
    const others: readonly Partial<Envelope>[] = [
      { store: 'store-2' },
      { dev: 'phone' },
      { seq: 2 },
      { txn: { id: 'txn-2', i: 0, n: 2 } },
      { txn: { id: 'txn-1', i: 1, n: 2 } },
      { txn: { id: 'txn-1', i: 0, n: 1 } },
      { hlc: '01a1f8d3ea000001' as Hlc },
      { wall: 0 },
      { off: 0 },
      { actor: 'rui' },
      { entType: 'order' },
      { entId: 'i2' },
      { type: 'item_qty_set' },
      { v: 2 },
      { crit: true },
      { payload: '{}' },
      { prev: '1'.repeat(64) },
    ]
    const hashes = others.map((other) => hashEvent({ ...EXAMPLE, ...other }))
    expect(new Set([...hashes, HASH]).size).toBe(others.length + 1)
  })

  test('[SYNC8] is the same as another implementation’s for any payload', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (note) => {
        const event = { ...EXAMPLE, payload: JSON.stringify({ note }) }
        const other = createHash('sha256').update(chainText(event), 'utf8').digest('hex')
        expect(hashEvent(event)).toBe(other)
      }),
      { numRuns: 50 },
    )
  })
})
