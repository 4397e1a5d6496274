import { expect, test } from 'vitest'
import { allDayCounts } from './all-day.ts'
import { sampleLine, sampleTicket } from './ticket-samples.ts'

test('[KITCHEN3] dishes are counted over all tickets; what is ready or voided is not, the most come first', () => {
  const soup = { ...sampleLine('s1', 'pending'), name: 'Soup' }
  const tickets = [
    sampleTicket('o1', 1, soup, sampleLine('burger', 'preparing')),
    sampleTicket(
      'o2',
      2,
      { ...soup, itemId: 's2' },
      sampleLine('tea', 'ready'),
      sampleLine('ale', 'pending', true),
    ),
  ]
  expect(allDayCounts(tickets)).toEqual([
    { name: 'Soup', qty: 4 },
    { name: 'burger', qty: 2 },
  ])
})
