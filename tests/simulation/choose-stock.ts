import type { Command } from '#domain/command/command.ts'
import { INGREDIENT_IDS } from './menu.ts'
import type { Random } from './random.ts'

/** Few, so that two people write and take back the same one. */
const DOCUMENTS = ['d1', 'd2', 'd3', 'd4', 'd5', 'd6'] as const

/** Deliveries, counts, waste, and slips that are taken back. */
export function changeStock(random: Random): Command {
  const stockId = random.pick(DOCUMENTS)
  const ids = INGREDIENT_IDS.filter(() => random.chance(0.7))
  const lines = ids.map((ingredientId) => ({ ingredientId, qty: random.int(0, 90_000) }))
  switch (random.pick(['receive', 'receive', 'count', 'waste', 'back'] as const)) {
    case 'receive': {
      const bought = lines.map((line) => ({ ...line, cost: random.int(0, 2_000) }))
      return { type: 'receive_stock', stockId, supplier: 'Mill', note: '', lines: bought }
    }
    case 'count':
      return { type: 'count_stock', stockId, note: '', lines }
    case 'waste':
      return { type: 'waste_stock', stockId, reason: 'spoilt', lines }
    case 'back':
      return { type: 'take_back_stock', stockId, reason: 'typed twice' }
  }
}
