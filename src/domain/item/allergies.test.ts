import { describe, expect, test } from 'vitest'
import { openBillOf } from '../../../tests/support/bills.ts'
import { added, NOON, opened, sent, voided } from '../../../tests/support/facts.ts'
import { given } from '../../../tests/support/given.ts'
import { allergiesSet, modifiersSet } from '../../../tests/support/item-facts.ts'
import type { Draft } from '#domain/event/event.ts'
import { ticketDelta } from '#domain/kitchen/ticket-delta.ts'

const SET = { type: 'set_allergies', orderId: 'o1', itemId: 'i1', allergies: ['milk', 'nuts'] } as const

const itemAfter = (...facts: readonly Draft[]) => openBillOf(opened(), ...facts).items[0]

describe('saying what a guest must not eat', () => {
  test('[ALLERGY1] is free before and after sending; only what differs is written', () => {
    given(opened(), added('i1'))
      .when(SET)
      .thenEvents(allergiesSet('i1', { added: ['milk', 'nuts'] }))
    given(opened(), added('i1', { allergies: ['eggs', 'milk'] }), sent('i1'))
      .when(SET)
      .thenEvents(allergiesSet('i1', { added: ['nuts'], removed: ['eggs'] }))
    given(opened(), added('i1', { allergies: ['nuts', 'milk'] }))
      .when(SET)
      .thenEvents()
  })

  test('[ALLERGY2] takes nothing away that somebody else has said since the sheet was opened', () => {
    given(opened(), added('i1', { allergies: ['eggs', 'nuts'] }), sent('i1'))
      .when({ ...SET, allergies: ['milk'], before: ['eggs'] })
      .thenEvents(allergiesSet('i1', { added: ['milk'], removed: ['eggs'] }))
    given(opened(), added('i1', { allergies: ['milk'] }))
      .when({ ...SET, allergies: ['milk'], before: [] })
      .thenEvents()
  })

  test('[ALLERGY1] is refused on a line that is gone, and of what is none of the fourteen', () => {
    given(opened(), added('i1'), sent('i1'), voided('i1')).when(SET).thenRefused('unknown_item', 'ALLERGY1')
    given(opened(), added('i1'))
      .when({ ...SET, allergies: ['cats'] as never })
      .thenRefused('bad_allergy', 'ALLERGY1')
  })
})

describe('the allergies of a line', () => {
  test('[ALLERGY2] are those two people said, though neither saw the other', () => {
    const line = itemAfter(
      added('i1', { allergies: ['eggs'] }),
      allergiesSet('i1', { added: ['nuts'] }),
      allergiesSet('i1', { added: ['milk'], removed: ['eggs'] }),
    )
    expect(line).toMatchObject({ allergies: ['milk', 'nuts'], changes: 0 })
  })

  test('[ALLERGY2] are never too late: said of a sent line, they are a change', () => {
    const later = NOON + 60_000
    const facts = [added('i1'), sent('i1'), allergiesSet('i1', { added: ['nuts'], at: later })]
    expect(itemAfter(...facts)).toMatchObject({ allergies: ['nuts'], changes: 1, changedAt: later })
    const again = itemAfter(...facts, allergiesSet('i1', { added: ['nuts'], at: later + 1 }))
    expect(again).toMatchObject({ changes: 1, changedAt: later })
  })

  test('[ALLERGY2] the kitchen is told the line anew, in full', () => {
    const facts = [opened(), added('i1'), sent('i1')]
    const first = openBillOf(...facts)
    const told = ticketDelta(first.order, first.items, [])?.lines.map((line) => line.told) ?? []
    const { order, items } = openBillOf(...facts, allergiesSet('i1', { added: ['nuts'] }))
    expect(ticketDelta(order, items, told)?.lines).toMatchObject([
      { kind: 'changed', line: { allergies: ['nuts'] } },
    ])
  })

  test('[ALLERGEN5] what a line contained is not known of it once it is chosen anew by a program that does not say', () => {
    const stated = { contains: ['milk'], complete: true } as const
    expect(itemAfter(added('i1', { allergens: stated }))?.allergens).toEqual(stated)
    expect(itemAfter(added('i1', { allergens: stated }), modifiersSet('i1', {}))).not.toHaveProperty(
      'allergens',
    )
    const anew = { contains: ['nuts'], complete: true } as const
    expect(itemAfter(added('i1'), modifiersSet('i1', { allergens: anew }))?.allergens).toEqual(anew)
  })
})
