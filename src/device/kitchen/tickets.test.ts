import { expect, test } from 'vitest'
import { added, NOON, opened, prepared, sent, voided } from '../../../tests/support/facts.ts'
import { allergiesSet, changed, placeSet } from '../../../tests/support/item-facts.ts'
import { guestSet } from '../../../tests/support/order-facts.ts'
import { openBillOf } from '../../../tests/support/bills.ts'
import type { Draft } from '#domain/event/event.ts'
import { minor } from '#domain/money/money.ts'
import type { TicketLine } from '#domain/kitchen/ticket.ts'
import { ticketOf } from './tickets.ts'

const lookups = { tableName: () => '1', areaOf: () => null, personName: () => 'Ana' }
const MINUTE = 60_000

function linesOf(...facts: readonly Draft[]): readonly TicketLine[] {
  return ticketOf(openBillOf(opened(), ...facts), null, lookups)?.lines ?? []
}

const marks = (...facts: readonly Draft[]) => linesOf(...facts).map(({ mark }) => mark)

test('[TICKET5] a line sent after the others is new until somebody touches it', () => {
  const facts = [added('a'), sent('a'), added('b'), sent('b', NOON + MINUTE)]
  expect(marks(...facts)).toEqual(['none', 'new'])
  expect(marks(...facts, prepared('b', 'preparing', NOON + 2 * MINUTE))).toEqual(['none', 'none'])
})

test('[TICKET5] a word to the kitchen marks a line as changed until somebody touches it after that', () => {
  const facts = [added('a'), sent('a'), prepared('a', 'preparing', NOON + MINUTE)]
  const told = [...facts, changed('a', 'no salt', NOON + 2 * MINUTE)]
  expect(marks(...facts)).toEqual(['none'])
  expect(marks(...told)).toEqual(['changed'])
  expect(marks(...told, prepared('a', 'ready', NOON + 3 * MINUTE))).toEqual(['none'])
})

test('[TICKET5] a line of which some were taken back is changed and says how many it was; all of it is struck out', () => {
  const facts = [added('a', { qty: 3 }), sent('a')]
  const fewer = linesOf(...facts, voided('a', { qty: 1, at: NOON + MINUTE }))
  expect(fewer).toMatchObject([{ mark: 'changed', qty: 2, qtyBefore: 3, voided: false }])
  const none = linesOf(...facts, voided('a', { at: NOON + MINUTE }))
  expect(none).toMatchObject([{ mark: 'none', qty: 3, voided: true }])
})

test('[TICKET2] a line says its modifiers, size, seat and course, and the ticket for whom and when it is', () => {
  const modifier = {
    groupId: 'g',
    optionId: 'o',
    name: 'onions',
    prefix: 'no',
    qty: 1,
    price: minor(0),
    depth: 0,
  } as const
  const bill = openBillOf(
    opened(),
    guestSet({ name: 'Rosa' }, NOON + 30 * MINUTE),
    added('a', { variant: 'Large', modifiers: [modifier] }),
    placeSet('a', { seat: 2, course: 1 }),
    sent('a'),
  )
  expect(ticketOf(bill, null, lookups)).toMatchObject({
    guestName: 'Rosa',
    dueAt: NOON + 30 * MINUTE,
    lines: [
      {
        name: expect.stringMatching(/ Large$/),
        seat: 2,
        course: 1,
        modifiers: [{ name: 'onions', prefix: 'no', qty: 1, depth: 0 }],
      },
    ],
  })
})

test('[ALLERGY2] [ALLERGY3] an allergy said after sending marks the line as changed, beside what the dish contains', () => {
  const stated = { contains: ['nuts'], complete: true } as const
  const facts = [added('a', { allergens: stated }), sent('a'), added('b'), sent('b')]
  expect(linesOf(...facts)[0]).not.toHaveProperty('allergens')
  const warned = linesOf(...facts, allergiesSet('a', { added: ['nuts'], at: NOON + MINUTE }))
  expect(warned).toMatchObject([
    { mark: 'changed', allergies: ['nuts'], allergens: stated },
    { mark: 'none' },
  ])
  const unknown = linesOf(...facts, allergiesSet('b', { added: ['milk'], at: NOON + MINUTE }))
  expect(unknown[1]).toMatchObject({ allergies: ['milk'], allergens: null })
})

test('[ALLERGY2] an allergy said of a line that is ready marks it all the same, until somebody touches it', () => {
  const facts = [added('a'), sent('a'), prepared('a', 'ready', NOON + MINUTE)]
  const warned = [...facts, allergiesSet('a', { added: ['nuts'], at: NOON + 2 * MINUTE })]
  expect(marks(...warned)).toEqual(['changed'])
  expect(marks(...warned, prepared('a', 'ready', NOON + 3 * MINUTE))).toEqual(['none'])
})
