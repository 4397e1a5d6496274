import { expect, test } from 'vitest'
import { commandsOf } from './sheet-commands.ts'

const filled = (count: number, qty = 5) =>
  Array.from({ length: count }, (_, index) => ({ id: `i${index}`, qty, cost: 7 }))

test('[STOCK4] a sheet longer than one document is saved in parts, each under an id of its own', () => {
  const commands = commandsOf('count', filled(101), '', (part) => `d${part}`)
  expect(commands.map((one) => ('lines' in one ? [one.stockId, one.lines.length] : []))).toEqual([
    ['d0', 100],
    ['d1', 1],
  ])
})

test('[STOCK5] nothing found is counted; nothing delivered is no delivery', () => {
  expect(commandsOf('count', filled(1, 0), '', () => 'd')).toHaveLength(1)
  expect(commandsOf('receive', filled(1, 0), 'Mill', () => 'd')).toEqual([])
  expect(commandsOf('waste', filled(1, 0), 'sour', () => 'd')).toEqual([])
})

test('[STOCK4] [STOCK6] a delivery names its supplier and costs, waste its reason', () => {
  expect(commandsOf('receive', filled(1), 'Mill', () => 'd')).toMatchObject([
    { supplier: 'Mill', lines: [{ ingredientId: 'i0', qty: 5, cost: 7 }] },
  ])
  expect(commandsOf('waste', filled(1), 'sour', () => 'd')).toEqual([
    { type: 'waste_stock', stockId: 'd', reason: 'sour', lines: [{ ingredientId: 'i0', qty: 5 }] },
  ])
})
