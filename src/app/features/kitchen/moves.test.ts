import type { TicketLine } from '#domain/kitchen/ticket.ts'
import { describe, expect, test } from 'vitest'
import { lineMove, recallMove, ticketMove, undoMoves } from './moves.ts'
import { sampleLine as line, sampleTicket } from './ticket-samples.ts'

const ticket = (...lines: readonly TicketLine[]) => sampleTicket('o1', 0, ...lines)

describe('a tap on a line', () => {
  test.each([
    ['pending', 'preparing'],
    ['preparing', 'ready'],
  ] as const)('takes it from %s to %s', (from, to) => {
    expect(lineMove('o1', line('a', from))).toEqual({ orderId: 'o1', itemIds: ['a'], preparation: to })
  })

  test('does nothing when it is ready or voided', () => {
    expect(lineMove('o1', line('a', 'ready'))).toBeNull()
    expect(lineMove('o1', line('a', 'pending', true))).toBeNull()
  })
})

describe('the button of a ticket', () => {
  test('starts every line of a pending ticket', () => {
    const move = ticketMove(ticket(line('a', 'pending'), line('b', 'pending')))
    expect(move).toEqual({ orderId: 'o1', itemIds: ['a', 'b'], preparation: 'preparing' })
  })

  test('makes a started ticket ready, also lines nobody started, and leaves ready ones alone', () => {
    const move = ticketMove(ticket(line('a', 'ready'), line('b', 'preparing'), line('c', 'pending')))
    expect(move).toEqual({ orderId: 'o1', itemIds: ['b', 'c'], preparation: 'ready' })
  })

  test('never touches voided lines', () => {
    const move = ticketMove(ticket(line('a', 'pending', true), line('b', 'pending')))
    expect(move?.itemIds).toEqual(['b'])
  })

  test('has nothing to do on a ready or wholly voided ticket', () => {
    expect(ticketMove(ticket(line('a', 'ready')))).toBeNull()
    expect(ticketMove(ticket(line('a', 'pending', true)))).toBeNull()
  })
})

test('a recall brings back all live lines', () => {
  const move = recallMove(ticket(line('a', 'ready'), line('b', 'pending', true), line('c', 'ready')))
  expect(move).toEqual({ orderId: 'o1', itemIds: ['a', 'c'], preparation: 'preparing' })
})

test('undo puts each moved line back where it was and no other', () => {
  const before = ticket(line('a', 'ready'), line('b', 'preparing'), line('c', 'pending'))
  const move = ticketMove(before)
  expect(move && undoMoves(before, move)).toEqual([
    { orderId: 'o1', itemIds: ['c'], preparation: 'pending' },
    { orderId: 'o1', itemIds: ['b'], preparation: 'preparing' },
  ])
})
