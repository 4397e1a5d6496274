import { describe, expect, it } from 'vitest'
import type { MenuItemView } from '#device/messages.ts'
import { minor } from '#domain/money/money.ts'
import { latestOf, NOTHING_ASKED, withAsked, withLate, withLine, withoutLine } from './asked-lines.ts'

const dish = (id: string): MenuItemView => ({
  id,
  name: id.toUpperCase(),
  categoryId: 'c',
  price: minor(250),
  picture: '',
  available: true,
  asks: 'nothing',
  offers: false,
  allergens: { contains: [], complete: false },
  sized: false,
  course: 0,
  unit: '',
})
const line = (menuItemId: string, qty: number, since = 0) => ({ menuItemId, qty, since, late: false })
const DISHES = [dish('tea'), dish('cake')]
const [tea] = withAsked([], new Map([['i1', line('tea', 1)]]), 'o1', DISHES)
if (tea === undefined) throw new Error('no line was begun')

describe('the slip before the device has answered', () => {
  it('shows a line that was begun, with name, price and quantity', () => {
    expect(tea).toMatchObject({ id: 'i1', orderId: 'o1', name: 'TEA', unitPrice: 250, qty: 1, status: 'new' })
  })

  it('counts on a line that is there, and shows it once', () => {
    const asked = new Map([['i1', line('tea', 3)]])
    expect(withAsked([tea], asked, 'o1', DISHES)).toEqual([{ ...tea, qty: 3 }])
  })

  it('leaves a line alone that the kitchen has meanwhile', () => {
    const sent = { ...tea, status: 'sent' as const }
    expect(withAsked([sent], new Map([['i1', line('tea', 3)]]), 'o1', DISHES)).toEqual([sent])
  })

  it('is what the device says when nothing is asked, to the very object', () => {
    const items = [tea]
    expect(withAsked(items, NOTHING_ASKED, 'o1', DISHES)).toBe(items)
  })

  it('invents nothing for a dish that is not on the menu', () => {
    expect(withAsked([], new Map([['i9', line('gone', 1)]]), 'o1', DISHES)).toEqual([])
  })
})

describe('a line that waits for the device', () => {
  const asked = withLine(NOTHING_ASKED, 'i1', line('tea', 1, 100))

  it('has waited since its first tap, however often it is counted on', () => {
    expect(withLine(asked, 'i1', line('tea', 2, 300)).get('i1')).toEqual(line('tea', 2, 100))
  })

  it('is the latest when it was counted on last', () => {
    const two = withLine(asked, 'i2', line('cake', 1, 200))
    expect(latestOf(two)).toBe('i2')
    expect(latestOf(withLine(two, 'i1', line('tea', 2, 300)))).toBe('i1')
    expect(latestOf(NOTHING_ASKED)).toBeUndefined()
  })

  it('is late when that time is over and nobody has answered', () => {
    expect(withLate(asked, 'i1', 100).get('i1')?.late).toBe(true)
  })

  it('is not late for an earlier wait that was answered', () => {
    const again = withLine(withoutLine(asked, 'i1'), 'i1', line('tea', 2, 300))
    expect(withLate(again, 'i1', 100)).toBe(again)
    expect(withLate(NOTHING_ASKED, 'i1', 100)).toBe(NOTHING_ASKED)
  })
})
