import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openBillOf } from '../../../tests/support/bills.ts'
import { added, noteSet, opened, prepared, qtySet, removed } from '../../../tests/support/facts.ts'
import { sent, voided } from '../../../tests/support/facts.ts'
import { changed, discounted, moved, placeSet } from '../../../tests/support/item-facts.ts'
import { serviceSet, tableSet } from '../../../tests/support/order-facts.ts'
import type { Draft } from '#domain/event/event.ts'
import type { Item } from '#domain/item/item.ts'
import { minor } from '#domain/money/money.ts'
import { ticketDelta, type TicketDelta, type Told } from './ticket-delta.ts'

const SENT = [opened(), added('i1', { qty: 3 }), sent('i1')] as const

/** What the kitchen hears of these facts after it was told of those. */
function delta(facts: readonly Draft[], told: readonly Told[] = []): TicketDelta | null {
  const { order, items } = openBillOf(...facts)
  return ticketDelta(order, items, told)
}

/** What the kitchen knows once it has heard everything of these facts at once. */
function toldOf(...facts: readonly Draft[]): readonly Told[] {
  return (delta(facts)?.lines ?? []).map(({ told }) => told)
}

/** The last thing told of each line counts. */
function hearing(told: readonly Told[], heard: TicketDelta | null): readonly Told[] {
  const lines = (heard?.lines ?? []).map((line) => line.told)
  return [...told.filter(({ itemId }) => !lines.some((line) => line.itemId === itemId)), ...lines]
}

describe('what the kitchen is told', () => {
  test('[TICKET1] of a new line: all of it; of one that is not sent, or held: nothing', () => {
    expect(delta([...SENT, added('i2'), added('i3', { held: true })])?.lines).toMatchObject([
      { kind: 'new', qtyBefore: 0, moved: false, line: { itemId: 'i1', qty: 3 } },
    ])
    expect(delta([opened(), added('i1')])).toBeNull()
  })

  test('[TICKET1] of what it already knows: nothing', () => {
    expect(delta(SENT, toldOf(...SENT))).toBeNull()
    const later = [...SENT, prepared('i1', 'ready'), discounted('i1'), added('i2'), sent('i2')]
    expect(delta(later, toldOf(...SENT))?.lines).toMatchObject([{ kind: 'new', line: { itemId: 'i2' } }])
  })

  const CHANGES: readonly (readonly [string, Draft, object])[] = [
    ['a word', changed('i1', 'no salt'), { line: { note: 'no salt', qty: 3 }, qtyBefore: 3 }],
    ['a seat', placeSet('i1', { seat: 2 }), { line: { seat: 2 } }],
    ['fewer of it', voided('i1', { qty: 1 }), { line: { qty: 2 }, qtyBefore: 3 }],
    ['another table', tableSet('t2'), { moved: true, line: { qty: 3 } }],
    ['another service', serviceSet('takeaway'), { moved: true }],
  ]

  test.each(CHANGES)(
    '[TICKET1] [TICKET2] [TICKET4] of %s: the line as changed, in full',
    (_, fact, expected) => {
      expect(delta([...SENT, fact], toldOf(...SENT))?.lines).toMatchObject([{ kind: 'changed', ...expected }])
    },
  )

  test('[TICKET4] of a line that went to another order: changed and moved, with the other’s number', () => {
    const facts = [...SENT, opened({ number: 'B-002' }, 'o2'), moved('i1', 'o2')]
    const { items } = openBillOf(...facts, moved('i1', 'o1'))
    const other = { id: 'o2', number: 'B-002', tableId: 't1', service: 'dine_in' } as const
    const heard = ticketDelta(other, items, toldOf(...SENT))
    expect(heard?.lines).toMatchObject([{ kind: 'changed', moved: true, told: { itemId: 'i1' } }])
    expect(heard?.lines[0]?.told.place).toContain('B-002')
  })

  test('[TICKET4] of a cancelled line: once, with its full text and how many there were', () => {
    const gone = [...SENT, changed('i1', 'no salt'), voided('i1')]
    const heard = delta(gone, toldOf(...SENT, changed('i1', 'no salt')))
    expect(heard?.lines).toMatchObject([
      { kind: 'cancelled', line: { note: 'no salt', qty: 3 }, qtyBefore: 3 },
    ])
    const told = hearing(toldOf(...SENT), heard)
    expect(delta([...gone, voided('i1'), tableSet('t2')], told)).toBeNull()
  })

  test('[TICKET4] of a line it never had: nothing, though it was sent or removed', () => {
    expect(delta([...SENT, voided('i1')])).toBeNull()
    expect(delta([opened(), added('i1'), removed('i1')])).toBeNull()
  })

  test('[TICKET4] of a line that was removed here while it was sent there: cancelled', () => {
    const facts = [opened(), added('i1', { qty: 3 }), removed('i1'), sent('i1')]
    expect(delta(facts, toldOf(...SENT))?.lines).toMatchObject([{ kind: 'cancelled', line: { qty: 3 } }])
  })

  test('[TICKET3] of an edit that came in late from another device: as of any other', () => {
    const late = [opened(), added('i1', { qty: 3 }), qtySet('i1', 4), noteSet('i1', 'hot'), sent('i1')]
    expect(delta(late, toldOf(...SENT))?.lines).toMatchObject([
      { kind: 'changed', line: { qty: 4, note: 'hot' }, qtyBefore: 3 },
    ])
  })

  test('[TICKET3] of a line that was cancelled, and is there after all: new', () => {
    const two = [
      opened(),
      added('i1', { qty: 2 }),
      sent('i1'),
      voided('i1', { qty: 1 }),
      voided('i1', { qty: 1 }),
    ]
    const told = hearing(toldOf(...two.slice(0, 3)), delta(two, toldOf(...two.slice(0, 3))))
    const more = [opened(), added('i1', { qty: 2 }), qtySet('i1', 3), ...two.slice(2)]
    expect(delta(more, told)?.lines).toMatchObject([{ kind: 'new', line: { qty: 1 }, qtyBefore: 0 }])
  })

  test('[TICKET2] is the full text of the line, pieces and modifiers with their prefixes', () => {
    const onion = {
      groupId: 'g',
      optionId: 'o',
      name: 'Onion',
      prefix: 'no',
      qty: 1,
      price: minor(0),
      depth: 1,
    } as const
    const combo = { id: 'm1', menuItemId: 'menu', name: 'Taco menu' }
    const taco = added('i1', {
      name: 'Taco',
      variant: 'Soft',
      modifiers: [onion],
      pieces: 3,
      qty: 2,
      note: 'hot',
      seat: 4,
      course: 2,
      combo,
    })
    expect(delta([opened(), taco, sent('i1')])?.lines[0]?.line).toEqual({
      itemId: 'i1',
      stationId: 'bar',
      qty: 6,
      name: 'Taco',
      variant: 'Soft',
      combo: 'Taco menu',
      modifiers: [{ name: 'Onion', prefix: 'no', qty: 1, depth: 1 }],
      note: 'hot',
      seat: 4,
      course: 2,
    })
  })
})

describe('a ticket', () => {
  test('[TICKET3] has one id, on whatever device it is made', () => {
    expect(delta(SENT)?.id).toBe(
      delta([opened(), added('i1', { qty: 3 }), noteSet('i1', ''), sent('i1', 7)])?.id,
    )
    expect(delta(SENT)?.id).toMatch(/^o1\/[0-9a-f]{16}$/)
  })

  test('[TICKET3] of a change, its way back and the change again is another each time', () => {
    let told: readonly Told[] = []
    const ids: string[] = []
    const facts: Draft[] = [...SENT]
    const [hot, cold] = [changed('i1', 'hot'), changed('i1', '')]
    const [there, here] = [tableSet('t2'), tableSet('t1')]
    for (const fact of [hot, cold, hot, cold, there, here, there, here, placeSet('i1', { seat: 1 })]) {
      const heard = delta(facts, told)
      ids.push(heard?.id ?? 'none')
      told = hearing(told, heard)
      facts.push(fact)
    }
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).not.toContain('none')
  })

  test('[TICKET1] heard step by step tells every line that stands as it stands, and is then silent', () => {
    const fact = fc.constantFrom(
      changed('i1', 'hot'),
      changed('i2', ''),
      voided('i1', { qty: 1 }),
      voided('i2'),
      tableSet('t2'),
      tableSet('t1'),
      sent('i2'),
      qtySet('i2', 2),
      placeSet('i1', { seat: 1 }),
    )
    const start: readonly Draft[] = [...SENT, added('i2')]
    fc.assert(
      fc.property(fc.array(fc.array(fact, { maxLength: 3 }), { maxLength: 6 }), (steps) => {
        const facts = [...start]
        let told: readonly Told[] = []
        for (const step of steps) {
          facts.push(...step)
          told = hearing(told, delta(facts, told))
          expect(delta(facts, told)).toBeNull()
          const { items } = openBillOf(...facts)
          const knows = told.filter(({ qty }) => qty > 0).map(({ itemId, qty }) => `${qty} × ${itemId}`)
          expect(knows.toSorted()).toEqual(cooking(items))
        }
      }),
    )
  })
})

function cooking(items: readonly Item[]): readonly string[] {
  const sent = items.filter(({ status }) => status === 'sent')
  return sent.map(({ id, qty }) => `${qty} × ${id}`).toSorted()
}
