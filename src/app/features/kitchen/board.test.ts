import type { Ticket } from '#domain/kitchen/ticket.ts'
import { describe, expect, test } from 'vitest'
import { boardOf, clearKey, isVoid, NOTHING_SEEN, portionsLeft } from './board.ts'
import { sampleLine as line, sampleTicket as ticket } from './ticket-samples.ts'

function ids(tickets: readonly Ticket[]): readonly string[] {
  return tickets.map((one) => one.orderId)
}

describe('the board', () => {
  const young = ticket('A-003', 30, line('a', 'pending'))
  const old = ticket('A-001', 10, line('b', 'preparing'))
  const done = ticket('A-002', 20, line('c', 'ready'))
  const doneLater = ticket('A-000', 5, line('d', 'ready'))

  test('shows what is to cook, oldest first, whatever comes first in the answer', () => {
    expect(ids(boardOf([young, done, old], NOTHING_SEEN).cards)).toEqual(['A-001', 'A-003'])
  })

  test('tells tickets of the same moment apart by number, so that they never swap', () => {
    const twin = ticket('A-009', 10, line('x', 'pending'))
    expect(ids(boardOf([twin, old], NOTHING_SEEN).cards)).toEqual(['A-001', 'A-009'])
  })

  test('a ready ticket stays a card while it lingers, then goes to the strip', () => {
    const lingering = boardOf([young, done, old], { ...NOTHING_SEEN, lingering: new Set(['A-002']) })
    expect(ids(lingering.cards)).toEqual(['A-001', 'A-002', 'A-003'])
    expect(ids(boardOf([young, done, old], NOTHING_SEEN).ready)).toEqual(['A-002'])
  })

  test('the strip begins with the ticket that became ready last', () => {
    const readyAt = new Map([
      ['A-000', 200],
      ['A-002', 100],
    ])
    expect(ids(boardOf([done, doneLater], { ...NOTHING_SEEN, readyAt }).ready)).toEqual(['A-000', 'A-002'])
  })

  test('a wholly voided ticket stays until it is cleared', () => {
    const gone = ticket('A-004', 40, line('e', 'pending', true))
    expect(isVoid(gone)).toBe(true)
    expect(ids(boardOf([gone], NOTHING_SEEN).cards)).toEqual(['A-004'])
    expect(boardOf([gone], { ...NOTHING_SEEN, cleared: new Set([clearKey(gone)]) }).cards).toEqual([])
  })

  test('a ticket taken back as a whole stays, voided, until it is cleared or sent again', () => {
    const gone = ticket('A-003', 30, line('a', 'pending', true))
    const seen = { ...NOTHING_SEEN, gone: [gone] }
    expect(ids(boardOf([old], seen).cards)).toEqual(['A-001', 'A-003'])
    expect(boardOf([old, young], seen).cards).toEqual([old, young])
    expect(boardOf([], { ...seen, cleared: new Set([clearKey(gone)]) }).cards).toEqual([])
  })

  test('counts portions that are neither ready nor voided', () => {
    const mixed = ticket('A-005', 1, line('f', 'pending'), line('g', 'ready'), line('h', 'pending', true))
    expect(portionsLeft([mixed, old])).toBe(4)
  })
})
