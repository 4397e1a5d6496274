import { describe, expect, test } from 'vitest'
import type { Envelope } from '#domain/event/envelope.ts'
import { HLC_ZERO } from '#domain/event/hlc.ts'
import { storyEntries } from './entries.ts'
import type { StoryNames } from './names.ts'

const NAMES: StoryNames = {
  person: (id) => (id === 'ana' ? 'Ana' : id === 'rui' ? 'Rui' : ''),
  table: (id) => `table ${id}`,
  orderNumber: (id) => `number of ${id}`,
  charge: (id) => `charge ${id}`,
  discount: (id) => `discount ${id}`,
  line: (id) => ({ name: id === 'tea' ? 'Tea' : 'Bun', ordered: 3 }),
}

const VOID = { by: 'ana', approvedBy: 'rui', reason: 'cold', at: 5, kind: 'wasted' }

function event(txn: string, entType: string, entId: string, type: string, payload: object): Envelope {
  return {
    store: 's',
    dev: 'till',
    seq: 1,
    txn: { id: txn, i: 0, n: 1 },
    hlc: HLC_ZERO,
    wall: 1_000,
    off: -10,
    actor: 'ana',
    entType,
    entId,
    type,
    v: 1,
    crit: false,
    payload: JSON.stringify(payload),
    prev: '',
    hash: '',
  }
}

describe('[HIST4] the story of an order', () => {
  test('says what one action did to several lines once, with who, when, why and who said yes', () => {
    const told = storyEntries(
      [
        event('a', 'item', 'tea', 'item_sent', { sentAt: 1, sentBy: 'ana' }),
        event('a', 'item', 'bun', 'item_sent', { sentAt: 1, sentBy: 'ana' }),
        event('b', 'item', 'tea', 'item_voided', { ...VOID, qty: 2 }),
        event('b', 'item', 'bun', 'item_voided', { ...VOID, qty: null }),
      ],
      NAMES,
    )
    expect(told.map(({ at, person }) => [at, person])).toEqual([
      [990, 'Ana'],
      [990, 'Ana'],
    ])
    expect(told.map(({ facts }) => facts)).toMatchObject([
      [{ what: 'sent', lines: ['3 × Tea', '3 × Bun'], reason: '', approver: '' }],
      [{ what: 'wasted', lines: ['2 × Tea', '3 × Bun'], reason: 'cold', approver: 'Rui' }],
    ])
  })

  test('keeps apart what was done to lines for different reasons', () => {
    const [entry] = storyEntries(
      [
        event('b', 'item', 'tea', 'item_voided', { ...VOID, qty: 1 }),
        event('b', 'item', 'bun', 'item_voided', { ...VOID, qty: 1, reason: 'burnt' }),
      ],
      NAMES,
    )
    expect(entry?.facts.map(({ reason }) => reason)).toEqual(['cold', 'burnt'])
  })

  test('tells what it cannot read as that, and nothing of what follows by itself', () => {
    const told = storyEntries(
      [
        event('a', 'order', 'o', 'order_blessed', {}),
        event('b', 'order', 'o', 'order_covers_set', { covers: 'many' }),
        event('c', 'item', 'tea', 'item_taxes_set', { taxes: [] }),
      ],
      NAMES,
    )
    expect(told.map(({ facts }) => facts.map(({ what, name }) => `${what} ${name}`))).toEqual([
      ['unknown order_blessed'],
      ['unknown order_covers_set'],
    ])
  })
})
