import { describe, expect, test } from 'vitest'
import { newsBetween } from './news.ts'
import { sampleLine as line, sampleTicket as ticket } from './ticket-samples.ts'

const NO_NEWS = { arrived: [], voided: [], ready: [], gone: [] }

describe('news', () => {
  const before = [ticket('A-001', 10, line('a', 'pending'), line('b', 'preparing'))]

  test('nothing changed is no news', () => {
    expect(newsBetween(before, before)).toEqual(NO_NEWS)
  })

  test('a new order and a new line on a known order both arrive', () => {
    const first = ticket('A-001', 10, line('a', 'pending'), line('b', 'preparing'), line('c', 'pending'))
    const after = [first, ticket('A-002', 20, line('d', 'pending'))]
    expect(newsBetween(before, after).arrived).toEqual(['c', 'd'])
  })

  test('a void is news once', () => {
    const after = [ticket('A-001', 10, line('a', 'pending', true), line('b', 'preparing'))]
    expect(newsBetween(before, after)).toEqual({ ...NO_NEWS, voided: ['a'] })
    expect(newsBetween(after, after).voided).toEqual([])
  })

  test('an order that becomes ready is news, one that arrives ready is not', () => {
    const after = [
      ticket('A-001', 10, line('a', 'ready'), line('b', 'ready')),
      ticket('A-002', 20, line('c', 'ready')),
    ]
    expect(newsBetween(before, after).ready).toEqual(['A-001'])
  })

  test('an order taken back as a whole is news: its unfinished dishes are voided', () => {
    const gone = ticket('A-001', 10, line('a', 'pending', true), line('b', 'preparing', true))
    expect(newsBetween(before, [])).toEqual({ ...NO_NEWS, voided: ['a', 'b'], gone: [gone] })
  })

  test('a ready order that is carried out is no news', () => {
    expect(newsBetween([ticket('A-001', 10, line('a', 'ready'))], [])).toEqual(NO_NEWS)
  })
})
