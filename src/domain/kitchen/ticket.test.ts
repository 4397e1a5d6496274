import { describe, expect, test } from 'vitest'
import type { Preparation } from '#domain/item/item.ts'
import { nextPreparation, ticketPreparation, type TicketLine } from './ticket.ts'

function line(preparation: Preparation, voided = false): TicketLine {
  const plain = {
    note: '',
    combo: '',
    seat: 0,
    course: 0,
    modifiers: [],
    mark: 'none',
    qtyBefore: 1,
  } as const
  return { ...plain, itemId: 'i', name: 'Soup', qty: 1, stationId: 'hot', preparation, voided }
}

describe('a kitchen ticket', () => {
  test.each([
    ['pending', [line('pending'), line('pending')]],
    ['preparing', [line('preparing'), line('pending')]],
    ['preparing', [line('ready'), line('pending')]],
    ['preparing', [line('ready'), line('preparing')]],
    ['ready', [line('ready'), line('ready')]],
  ] as const)('[KITCHEN2] is %s when its lines say so', (expected, lines) => {
    expect(ticketPreparation(lines)).toBe(expected)
  })

  test('[KITCHEN2] does not wait for a voided line', () => {
    expect(ticketPreparation([line('ready'), line('pending', true)])).toBe('ready')
    expect(ticketPreparation([line('pending'), line('ready', true)])).toBe('pending')
  })

  test('[KITCHEN2] of nothing but voids, or nothing, is never ready by itself', () => {
    expect(ticketPreparation([line('ready', true)])).toBe('pending')
    expect(ticketPreparation([])).toBe('pending')
  })

  test('[KITCHEN2] a tap goes one step on, and ready is the end', () => {
    expect(nextPreparation('pending')).toBe('preparing')
    expect(nextPreparation('preparing')).toBe('ready')
    expect(nextPreparation('ready')).toBe('ready')
  })
})
