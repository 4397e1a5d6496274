import type { StockCommand } from '#domain/command/stock-commands.ts'
import { STOCK_LINES_MAX } from '#domain/limits.ts'

export type SheetKind = 'receive' | 'count' | 'waste'

interface Filled {
  readonly id: string
  readonly qty: number
  readonly cost: number
}

/**
 * What a filled sheet asks for: more than one document holds goes in parts. `idOf` gives a part the same id each time
 * it is asked, so that a retry is the same document. A delivery or waste of nothing is none. [STOCK4]
 */
export function commandsOf(
  kind: SheetKind,
  filled: readonly Filled[],
  words: string,
  idOf: (part: number) => string,
): readonly StockCommand[] {
  const meant = kind === 'count' ? filled : filled.filter(({ qty }) => qty > 0)
  const parts = Array.from({ length: Math.ceil(meant.length / STOCK_LINES_MAX) }, (_, index) =>
    meant.slice(index * STOCK_LINES_MAX, (index + 1) * STOCK_LINES_MAX),
  )
  return parts.map((part, index): StockCommand => {
    const stockId = idOf(index)
    const lines = part.map(({ id, qty, cost }) => ({ ingredientId: id, qty, cost }))
    const plain = lines.map(({ ingredientId, qty }) => ({ ingredientId, qty }))
    switch (kind) {
      case 'receive':
        return { type: 'receive_stock', stockId, supplier: words, note: '', lines }
      case 'count':
        return { type: 'count_stock', stockId, note: '', lines: plain }
      case 'waste':
        return { type: 'waste_stock', stockId, reason: words, lines: plain }
    }
  })
}
