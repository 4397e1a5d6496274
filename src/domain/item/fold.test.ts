import { describe, expect, test } from 'vitest'
import { added, noteSet, prepared, qtySet, removed, sent, voided } from '../../../tests/support/facts.ts'
import { opened } from '../../../tests/support/facts.ts'
import { openBillOf } from '../../../tests/support/given.ts'
import type { Draft } from '#domain/event/event.ts'

/** The one item that these facts leave. */
function itemAfter(...facts: readonly Draft[]) {
  return openBillOf(opened(), ...facts).items[0]
}

describe('an item', () => {
  test('[ITEM1] begins new, with what was copied onto it', () => {
    expect(itemAfter(added('i1', { qty: 2 }))).toMatchObject({
      id: 'i1',
      status: 'new',
      qty: 2,
      unitPrice: 250,
      preparation: null,
      voided: null,
    })
  })

  test('[ITEM9] added twice is there once, as it was first', () => {
    expect(itemAfter(added('i1', { qty: 2 }), added('i1', { qty: 7 }))).toMatchObject({ qty: 2 })
  })

  test('[ITEM4] takes new quantities and notes until it is sent', () => {
    expect(itemAfter(added('i1'), qtySet('i1', 3), noteSet('i1', 'hot'))).toMatchObject({
      qty: 3,
      note: 'hot',
    })
  })

  test('[ITEM4] keeps what the kitchen got: an edit by someone who had not seen the sending is not applied', () => {
    const item = itemAfter(added('i1'), sent('i1'), qtySet('i1', 3), noteSet('i1', 'hot'))
    expect(item).toMatchObject({ qty: 1, note: '', status: 'sent', preparation: 'pending' })
  })

  test('[SEND2] sent twice was sent the first time, and keeps its place in the kitchen', () => {
    const item = itemAfter(added('i1'), sent('i1', 1_000), prepared('i1', 'ready', 2_000), sent('i1', 3_000))
    expect(item).toMatchObject({ sentAt: 1_000, preparation: 'ready', preparedAt: 2_000 })
  })

  test('[KITCHEN1] is prepared only once it is sent', () => {
    expect(itemAfter(added('i1'), prepared('i1', 'ready'))).toMatchObject({ preparation: null })
    expect(itemAfter(added('i1'), sent('i1'), prepared('i1', 'ready', 5))).toMatchObject({
      preparation: 'ready',
      preparedAt: 5,
    })
  })

  test.each([
    ['a quantity', qtySet('i1', 3)],
    ['a note', noteSet('i1', 'hot')],
    ['a sending', sent('i1')],
    ['a preparation', prepared('i1', 'ready')],
    ['adding it again', added('i1', { qty: 9 })],
    ['a second void', voided('i1', 'other reason')],
  ])('[ITEM3] once voided stays voided, whatever comes after: %s', (_, late) => {
    const before = itemAfter(added('i1'), sent('i1'), voided('i1'))
    expect(itemAfter(added('i1'), sent('i1'), voided('i1'), late)).toEqual(before)
    expect(before).toMatchObject({ status: 'voided', voided: { kind: 'void', reason: 'wrong table' } })
  })

  test('[ITEM3] a void beats an edit that came before it', () => {
    expect(itemAfter(added('i1'), qtySet('i1', 3), removed('i1'))).toMatchObject({ status: 'voided', qty: 3 })
  })

  test('[SYNC6] an event before the adding changes nothing', () => {
    const early = [qtySet('i1', 3), noteSet('i1', 'x'), sent('i1'), prepared('i1', 'ready'), voided('i1')]
    expect(itemAfter(...early, added('i1'))).toEqual(itemAfter(added('i1')))
  })
})
