import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { histories } from '../../../tests/support/arbitraries.ts'
import { openBillOf } from '../../../tests/support/bills.ts'
import { added, authority, noteSet, prepared, qtySet, removed, sent } from '../../../tests/support/facts.ts'
import { opened, VAT_23, voided } from '../../../tests/support/facts.ts'
import {
  changed,
  comped,
  discounted,
  discountRemoved,
  modifiersSet,
  moved,
  placeSet,
  taxesSet,
} from '../../../tests/support/item-facts.ts'
import type { Draft } from '#domain/event/event.ts'
import { minor } from '#domain/money/money.ts'
import { compareKeys } from '#domain/event/envelope.ts'
import { foldItem } from './fold.ts'
import type { Item, ItemEvent, ItemModifier } from './item.ts'
import { doubleVoids } from './void.ts'

/** The one item that these facts leave. */
function itemAfter(...facts: readonly Draft[]): Item {
  const [item] = openBillOf(opened(), opened({}, 'o2'), ...facts).items
  if (item === undefined) throw new Error('assertion failed: these facts leave no item on o1')
  return item
}

const OAT: ItemModifier = {
  groupId: 'milk',
  optionId: 'oat',
  name: 'Oat milk',
  prefix: '',
  qty: 1,
  price: minor(40),
  depth: 0,
}

describe('an item', () => {
  test('[ITEM1] begins new, with what was copied onto it', () => {
    expect(itemAfter(added('i1', { qty: 2 }))).toMatchObject({
      id: 'i1',
      status: 'new',
      qty: 2,
      ordered: 2,
      unitPrice: 250,
      preparation: null,
      voided: null,
      late: null,
    })
  })

  test('[ITEM9] added twice is there once, as it was first', () => {
    expect(itemAfter(added('i1', { qty: 2 }), added('i1', { qty: 7 }))).toMatchObject({ qty: 2 })
  })

  test('[SYNC6] an event before the adding changes nothing', () => {
    const early = [qtySet('i1', 3), noteSet('i1', 'x'), sent('i1'), prepared('i1', 'ready'), voided('i1')]
    expect(itemAfter(...early, added('i1'))).toEqual(itemAfter(added('i1')))
  })
})

describe('an item that is not sent', () => {
  test('[ITEM4] takes new quantities, notes and modifiers', () => {
    const latte = { unitPrice: minor(290), modifiers: [OAT], variant: 'Large', variantId: 'l' }
    const item = itemAfter(added('i1'), qtySet('i1', 3), noteSet('i1', 'hot'), modifiersSet('i1', latte))
    expect(item).toMatchObject({ qty: 3, ordered: 3, note: 'hot', ...latte })
  })

  test('[PLACE1] takes a seat, a course and holding, each by itself', () => {
    const item = itemAfter(
      added('i1', { course: 1 }),
      placeSet('i1', { seat: 2 }),
      placeSet('i1', { held: true }),
    )
    expect(item).toMatchObject({ seat: 2, course: 1, held: true })
  })

  test('[KITCHEN1] [CHANGE1] is neither prepared nor changed for the kitchen', () => {
    expect(itemAfter(added('i1'), prepared('i1', 'ready'), changed('i1', 'hot'))).toEqual(
      itemAfter(added('i1')),
    )
  })
})

describe('an item that is sent', () => {
  const SENT = [added('i1', { qty: 2 }), sent('i1')] as const

  test('[ITEM4] keeps what the kitchen got, and beside it what somebody meant who had not seen the sending', () => {
    const item = itemAfter(
      ...SENT,
      qtySet('i1', 3),
      noteSet('i1', 'hot'),
      modifiersSet('i1', { modifiers: [OAT] }),
    )
    expect(item).toMatchObject({ qty: 2, note: '', modifiers: [], unitPrice: 250, status: 'sent' })
    expect(item.late).toEqual({ qty: 3, note: 'hot', modifiers: [OAT] })
  })

  test('[ITEM4] keeps the last late word, and none that says what the line says', () => {
    expect(itemAfter(...SENT, qtySet('i1', 3), qtySet('i1', 5)).late).toEqual({ qty: 5 })
    expect(itemAfter(...SENT, qtySet('i1', 3), qtySet('i1', 2)).late).toBeNull()
    expect(itemAfter(...SENT, qtySet('i1', 3), noteSet('i1', ''), modifiersSet('i1', {})).late).toEqual({
      qty: 3,
    })
  })

  test('[SEND2] twice was sent the first time, and keeps its place in the kitchen', () => {
    const item = itemAfter(added('i1'), sent('i1', 1_000), prepared('i1', 'ready', 2_000), sent('i1', 3_000))
    expect(item).toMatchObject({ sentAt: 1_000, preparation: 'ready', preparedAt: 2_000 })
  })

  test('[SEND2] though it was taken off elsewhere is in the kitchen, struck out', () => {
    const item = itemAfter(added('i1'), removed('i1'), sent('i1', 1_000))
    expect(item).toMatchObject({ status: 'voided', qty: 0, sentAt: 1_000, preparation: 'pending' })
  })

  test('[SEND4] is held no more', () => {
    expect(itemAfter(added('i1', { held: true }), sent('i1'))).toMatchObject({ held: false, status: 'sent' })
  })

  test('[KITCHEN1] is prepared', () => {
    const item = itemAfter(...SENT, prepared('i1', 'ready', 5))
    expect(item).toMatchObject({ preparation: 'ready', preparedAt: 5 })
  })

  test('[CHANGE1] takes a word for the kitchen, and counts it', () => {
    const item = itemAfter(...SENT, changed('i1', 'no sugar', 7), changed('i1', 'milk', 9))
    expect(item).toMatchObject({ note: 'milk', changes: 2, changedAt: 9 })
  })

  test('[PLACE1] changes seats, but neither course nor holding', () => {
    const item = itemAfter(...SENT, placeSet('i1', { seat: 3, course: 2, held: true }))
    expect(item).toMatchObject({ seat: 3, course: 0, held: false })
  })

  test('[MOVE1] [MOVE2] moves to another order with its price and its place in the kitchen; the last move counts', () => {
    const facts = [
      ...SENT,
      discounted('i1'),
      prepared('i1', 'preparing'),
      moved('i1', 'o2'),
      moved('i1', 'o1'),
    ]
    expect(itemAfter(...facts)).toMatchObject({
      orderId: 'o1',
      preparation: 'preparing',
      discounts: [{ id: 'd1' }],
    })
    expect(openBillOf(opened(), opened({}, 'o2'), ...SENT, moved('i1', 'o2')).items).toEqual([])
  })

  test('[SERVICE1] takes other taxes', () => {
    expect(itemAfter(...SENT, taxesSet('i1')).taxes).toEqual([])
    expect(itemAfter(...SENT, taxesSet('i1'), taxesSet('i1', VAT_23)).taxes).toEqual([VAT_23])
  })
})

describe('discounts of a line', () => {
  test('[PRICE5] the same one again takes the place of the first', () => {
    const how = { kind: 'amount', amount: minor(50) } as const
    const item = itemAfter(added('i1'), discounted('i1'), comped('i1'), discounted('i1', { how }))
    expect(item.discounts).toMatchObject([{ id: 'd1', how }, { id: 'comp' }])
  })

  test('[DISC4] one is taken off by its id, and no other', () => {
    const item = itemAfter(added('i1'), discounted('i1'), comped('i1'), discountRemoved('i1', 'd1'))
    expect(item.discounts).toMatchObject([{ id: 'comp', kind: 'comp' }])
  })
})

describe('a void', () => {
  const THREE = [added('i1', { qty: 3 }), sent('i1')] as const

  test.each([
    ['a quantity', qtySet('i1', 3)],
    ['a note', noteSet('i1', 'hot')],
    ['modifiers', modifiersSet('i1', { modifiers: [OAT] })],
    ['a seat', placeSet('i1', { seat: 2 })],
    ['a move', moved('i1', 'o2')],
    ['taxes', taxesSet('i1')],
    ['a discount', discounted('i1')],
    ['a sending', sent('i1')],
    ['a word for the kitchen', changed('i1', 'hot')],
    ['a preparation', prepared('i1', 'ready')],
    ['adding it again', added('i1', { qty: 9 })],
  ])('[ITEM3] of the whole line beats what comes after: %s', (_, late) => {
    const before = itemAfter(...THREE, voided('i1'))
    expect(itemAfter(...THREE, voided('i1'), late)).toEqual(before)
    expect(before).toMatchObject({ status: 'voided', qty: 0, ordered: 3, voided: { qty: 3, asked: null } })
  })

  test('[ITEM3] beats an edit that came before it, however many there are by then', () => {
    const item = itemAfter(added('i1'), qtySet('i1', 3), removed('i1'))
    expect(item).toMatchObject({ status: 'voided', qty: 0, ordered: 3 })
    expect(item.voided).toEqual({ kind: 'removed', qty: 3, asked: null, ...authority() })
  })

  test('[VOID2] takes so many off the line, which goes on with the rest', () => {
    const item = itemAfter(...THREE, voided('i1', { qty: 2, kind: 'unmade' }))
    expect(item).toMatchObject({ status: 'sent', qty: 1, ordered: 3, voided: null })
    expect(item.voids).toMatchObject([{ kind: 'unmade', qty: 2, asked: 2, reason: 'wrong table' }])
    expect(doubleVoids(item)).toEqual([])
  })

  test('[VOID2] of the last piece ends the line', () => {
    const item = itemAfter(...THREE, voided('i1', { qty: 2 }), voided('i1', { reason: 'cold' }))
    expect(item).toMatchObject({ status: 'voided', qty: 0, voided: { qty: 1, reason: 'cold' } })
  })

  test('[VOID3] of the same pieces by two devices: both are kept, and the later takes what is left', () => {
    const item = itemAfter(...THREE, voided('i1', { qty: 2, by: 'ana' }), voided('i1', { qty: 2, by: 'rui' }))
    expect(item).toMatchObject({ status: 'voided', qty: 0, voids: [{ qty: 2 }, { qty: 1, asked: 2 }] })
    expect(doubleVoids(item)).toMatchObject([{ by: 'rui' }])
  })

  test('[VOID3] of the whole line by two devices: the second took nothing, and is told apart', () => {
    const item = itemAfter(...THREE, voided('i1', { by: 'ana' }), voided('i1', { by: 'rui' }))
    expect(item).toMatchObject({ voided: { by: 'ana', qty: 3 }, voids: [{ qty: 3 }, { qty: 0, by: 'rui' }] })
    expect(doubleVoids(item)).toMatchObject([{ by: 'rui', asked: null }])
  })

  test.each([0, -1, 4, 2 ** 53])(
    '[VOID3] of %s pieces, by whoever wrote it, never leaves less than none',
    (qty) => {
      const item = itemAfter(...THREE, voided('i1', { qty }))
      expect(item.qty).toBeGreaterThanOrEqual(0)
      expect(item.qty).toBeLessThanOrEqual(3)
      expect(item.voids.reduce((all, one) => all + one.qty, item.qty)).toBe(3)
    },
  )
})

describe('any history of a line', () => {
  test('[VOID3] [ITEM3] what was ordered is what stands and what was voided, and nothing comes back', () => {
    fc.assert(
      fc.property(histories('item'), (events) => {
        let item: Item | null = null
        for (const { event } of events.toSorted(compareKeys)) {
          const wasVoided: boolean = item?.status === 'voided'
          item = foldItem('i1', item, event as ItemEvent)
          if (item === null) continue
          const gone = item.voids.reduce((all, { qty }) => all + qty, 0)
          expect(item.qty + gone).toBe(item.ordered)
          expect(item.qty).toBeGreaterThanOrEqual(0)
          expect(item.status === 'voided').toBe(item.qty === 0)
          expect(item.voided === null).toBe(item.qty > 0)
          if (wasVoided) expect(item.status).toBe('voided')
        }
      }),
      { numRuns: 300 },
    )
  })
})
