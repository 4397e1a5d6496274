import { describe, expect, test } from 'vitest'
import type { StockItemView } from '#device/messages/stock-views.ts'
import { entryOf, NOTHING_TYPED } from './entries.ts'
import { shownOf, standingOf } from './standing.ts'

const BOTTLE = { packName: 'Bottle', packSize: 750_000, packCost: 600 }

describe('what is typed of an ingredient', () => {
  test.each([
    [{ packs: '2' }, 1_500_000, 1_200],
    [{ packs: '2.5', loose: '100' }, 1_975_000, 1_580],
    [{ packs: '0,5' }, 375_000, 300],
    [{ loose: '0.5' }, 500, 0],
    [{ loose: '0' }, 0, 0],
    [{ packs: '1', cost: '7.25' }, 750_000, 725],
    [{ packs: '1', cost: '0' }, 750_000, 0],
  ])('[STOCK4] %j comes to %i thousandths, for %i', (typed, qty, cost) => {
    const entry = entryOf({ ...NOTHING_TYPED, ...typed }, BOTTLE, 2)
    expect(entry).toEqual({ qty, cost, wrong: false, wrongField: null, wrongCost: false })
  })

  test('[STOCK5] is nothing to save while it is empty', () => {
    expect(entryOf(NOTHING_TYPED, BOTTLE, 2)).toMatchObject({ qty: null, wrong: false })
  })

  test.each([{ packs: 'two' }, { packs: '-1' }, { loose: '0.0005' }, { packs: '1', loose: 'x' }])(
    '[STOCK4] %j is told to be wrong',
    (typed) => {
      expect(entryOf({ ...NOTHING_TYPED, ...typed }, BOTTLE, 2)).toMatchObject({ qty: null, wrong: true })
    },
  )

  test('[STOCK4] the field that is wrong is the one that says so', () => {
    const fields = [{ packs: 'x' }, { packs: '1', loose: 'x' }, { packs: '99999999' }].map((typed) => {
      return entryOf({ ...NOTHING_TYPED, ...typed }, BOTTLE, 2).wrongField
    })
    expect(fields).toEqual(['packs', 'loose', 'packs'])
  })

  test('[STOCK4] more than a lorry carries, or an amount that is none, is told, too', () => {
    expect(entryOf({ ...NOTHING_TYPED, packs: '99999999' }, BOTTLE, 2)).toMatchObject({ wrong: true })
    expect(entryOf({ ...NOTHING_TYPED, packs: '1', cost: '1.234' }, BOTTLE, 2).wrongCost).toBe(true)
  })
})

function item(name: string, level: number, over: Partial<StockItemView> = {}): StockItemView {
  const pack = { ...BOTTLE, unit: 'ml', par: 0, supplier: '', countedAt: null } as const
  return { id: name, name, ...pack, low: 100, active: true, level, ...over }
}

describe('the list of ingredients', () => {
  const items = [
    item('Apples', 500),
    item('Beans', 100),
    item('Cream', 0),
    item('Dill', -5),
    item('Salt', 0, { low: 0, supplier: 'Mill' }),
    item('Zest', 0, { active: false }),
  ]
  const names = (...asked: Parameters<typeof shownOf> extends [unknown, ...infer R] ? R : never) =>
    shownOf(items, ...asked).map(({ name }) => name)

  test('[STOCK1] begins with what is missing most', () => {
    expect(names('all', '')).toEqual(['Dill', 'Cream', 'Beans', 'Apples', 'Salt'])
    expect(names('low', '')).toEqual(['Dill', 'Cream', 'Beans'])
    expect(names('retired', '')).toEqual(['Zest'])
    expect(names('all', ' miLL')).toEqual(['Salt'])
  })

  test('[STOCK1] is low at its level, not above it', () => {
    expect([101, 100, 1, 0, -1].map((level) => standingOf(item('x', level)))).toEqual([
      'good',
      'low',
      'low',
      'out',
      'below',
    ])
  })
})
