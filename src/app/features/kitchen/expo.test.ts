import { expect, test } from 'vitest'
import { expoOrders, servedTickets, stillServed } from './expo.ts'
import { sampleLine, sampleTicket } from './ticket-samples.ts'

const younger = sampleTicket('A-002', 20, sampleLine('fries', 'ready'), sampleLine('cola', 'ready', true))
const older = sampleTicket('A-001', 10, sampleLine('soup', 'ready'), sampleLine('tea', 'preparing'))
const NOBODY: ReadonlySet<string> = new Set()

function told(served: ReadonlySet<string>): readonly string[] {
  return expoOrders([younger, older], served).map(({ ticket, ready, missing }) => {
    const names = (lines: readonly { readonly itemId: string }[]) =>
      lines.map(({ itemId }) => itemId).join(' ')
    return `${ticket.number}: ${names(ready)} | ${names(missing)}`
  })
}

test('[EXPO1] every order says what is ready and what it waits for, the oldest first', () => {
  expect(told(NOBODY)).toEqual(['A-001: soup | tea', 'A-002: fries | '])
})

test('[EXPO1] what was carried out is left out, and the order with it once nothing is left', () => {
  expect(told(new Set(['soup', 'fries']))).toEqual(['A-001:  | tea'])
})

test('[EXPO2] an order that was served whole can be brought back; one that waits for something was not', () => {
  expect(servedTickets([younger, older], new Set(['soup', 'fries']))).toEqual([younger])
  expect(servedTickets([younger, older], NOBODY)).toEqual([])
})

test('[EXPO2] what the kitchen took back after serving, and what is on no ticket any more, is not served', () => {
  expect(stillServed([younger, older], ['fries', 'soup', 'gone'])).toEqual(['fries', 'soup'])
  const again = sampleTicket('A-002', 20, sampleLine('fries', 'preparing'))
  expect(stillServed([again], ['fries'])).toEqual([])
})
