import { describe, expect, test } from 'vitest'
import type { Command } from '#domain/command/command.ts'
import type { StockFacts } from '#domain/context.ts'
import { foldStock, type StockDocument, type StockEvent } from '#domain/stock/stock.ts'
import { minor } from '#domain/money/money.ts'
import { fact } from '../../../tests/support/facts.ts'
import { as, given } from '../../../tests/support/given.ts'
import {
  countedStock,
  ingredientOf,
  received,
  takenBack,
  wasted,
} from '../../../tests/support/stock-facts.ts'

const INGREDIENTS = [
  ingredientOf('milk'),
  ingredientOf('beans', { packSize: 1_000_000, packCost: minor(1_500) }),
]
const line = (ingredientId: string, qty: number, cost = 0) => ({ ingredientId, qty, cost })

function stock(document: StockDocument | null = null): StockFacts {
  return { dishes: [], groups: [], ingredients: INGREDIENTS, document }
}

function documentOf(...events: readonly StockEvent[]): StockDocument | null {
  return events.reduce<StockDocument | null>((before, event) => foldStock('d1', before, event), null)
}

const RECEIVE = {
  type: 'receive_stock',
  stockId: 'd1',
  supplier: ' Dairy ',
  note: '',
  lines: [line('milk', 500_000, 50)],
} as const
const COUNT = { type: 'count_stock', stockId: 'd1', note: '', lines: [line('milk', 500_000)] } as const
const WASTE = { type: 'waste_stock', stockId: 'd1', reason: 'sour', lines: [line('milk', 500_000)] } as const
const TAKE_BACK = { type: 'take_back_stock', stockId: 'd1', reason: 'typed twice' } as const

const manager = (document: StockDocument | null = null) => ({ ...as('manager'), stock: stock(document) })

describe('stock', () => {
  test('[STOCK4] is received with what it cost, from whom', () => {
    given()
      .when(RECEIVE, manager())
      .thenEvents(fact('stock', 'd1', received()))
  })

  test('[STOCK7] a delivery at another cost is what the ingredient costs from now on; a gift is not', () => {
    const lines = [line('milk', 2_000_000, 300), line('beans', 500_000, 0)]
    given()
      .when({ ...RECEIVE, lines }, manager())
      .thenLike(
        { event: { type: 'stock_received' } },
        { ent: { type: 'ingredient', id: 'milk' }, event: { payload: { packCost: 150 } } },
      )
  })

  test('[STOCK5] is counted at what was found, also nothing', () => {
    given()
      .when(COUNT, manager())
      .thenEvents(fact('stock', 'd1', countedStock()))
    given()
      .when({ ...COUNT, lines: [line('milk', 0)] }, manager())
      .thenLike({ event: { payload: { lines: [{ ingredientId: 'milk', qty: 0, worth: 0 }] } } })
  })

  test('[STOCK6] is wasted with a reason, by a waiter only with approval', () => {
    given()
      .when(WASTE, manager())
      .thenEvents(fact('stock', 'd1', wasted()))
    given()
      .when({ ...WASTE, reason: ' ' }, manager())
      .thenRefused('reason_missing', 'STOCK6')
    given().when(WASTE, { stock: stock() }).thenRefused('approval_needed', 'ROLE3')
  })

  test.each([RECEIVE, COUNT, TAKE_BACK])('[STOCK4] $type is not for waiters', (command) => {
    given().when(command, { stock: stock() }).thenRefused('not_allowed', 'ROLE1')
  })

  const ODD: readonly (readonly [string, readonly ReturnType<typeof line>[], string])[] = [
    ['none', [], 'nothing_in_stock_lines'],
    ['one twice', [line('milk', 1), line('milk', 2)], 'unknown_ingredient'],
    ['one nobody knows', [line('gold', 1)], 'unknown_ingredient'],
    ['less than nothing', [line('milk', -1)], 'bad_stock_qty'],
    ['half a thousandth', [line('milk', 0.5)], 'bad_stock_qty'],
    ['more than a lorry', [line('milk', 10_000_000_001)], 'bad_stock_qty'],
  ]
  test.each(ODD)('[STOCK4] of %s is refused', (_, lines, code) => {
    for (const command of [RECEIVE, COUNT, WASTE])
      given()
        .when({ ...command, lines }, manager())
        .thenRefused(code as 'bad_stock_qty', 'STOCK4')
  })

  test('[STOCK4] of nothing at all is neither a delivery nor waste, and no cost is below zero', () => {
    given()
      .when({ ...RECEIVE, lines: [line('milk', 0)] }, manager())
      .thenRefused('bad_stock_qty', 'STOCK4')
    given()
      .when({ ...WASTE, lines: [line('milk', 0)] }, manager())
      .thenRefused('bad_stock_qty', 'STOCK4')
    given()
      .when({ ...RECEIVE, lines: [line('milk', 1, -1)] }, manager())
      .thenRefused('bad_amount', 'STOCK4')
  })

  test('[STOCK4] [STOCK5] [STOCK6] asked for again under the same id changes nothing', () => {
    for (const command of [RECEIVE, COUNT, WASTE])
      given()
        .when(command, manager(documentOf(received())))
        .thenEvents()
  })

  test('[STOCK8] a slip is taken back once, with a reason, and stays on record', () => {
    const document = documentOf(received())
    given()
      .when(TAKE_BACK, manager(document))
      .thenEvents(fact('stock', 'd1', takenBack()))
    given()
      .when({ ...TAKE_BACK, reason: '' }, manager(document))
      .thenRefused('reason_missing', 'STOCK8')
    given().when(TAKE_BACK, manager()).thenRefused('unknown_stock_document', 'STOCK8')
    const back = documentOf(received(), takenBack())
    given().when(TAKE_BACK, manager(back)).thenEvents()
    expect(back).toMatchObject({ kind: 'received', lines: [{ qty: 500_000 }], takenBack: { by: 'rui' } })
  })

  test('[STOCK5] what is written stays as it was first written, and nothing is taken back before it is there', () => {
    expect(documentOf(received(), countedStock(1))?.kind).toBe('received')
    expect(documentOf(takenBack())).toBeNull()
  })
})

describe('an ingredient', () => {
  const save = (
    fields: { readonly [field: string]: unknown },
    recordType = 'ingredient' as const,
  ): Command => {
    return { type: 'save_record', recordType, recordId: 'milk', fields }
  }

  test('[STOCK1] is saved by whoever keeps the stock', () => {
    const { id: _, ...fields } = ingredientOf('milk')
    given()
      .when(save(fields), as('manager'))
      .thenLike({ ent: { type: 'ingredient', id: 'milk' } })
    given().when(save(fields)).thenRefused('not_allowed', 'ROLE1')
  })

  test.each([{ unit: 'cup' }, { packSize: 0 }, { packCost: -1 }, { low: 0.5 }, { par: '9' }, { active: 1 }])(
    '[STOCK1] with %j is refused',
    (fields) => {
      given().when(save(fields), as('manager')).thenRefused('bad_record', 'RECORD2')
    },
  )

  test.each([
    ['menu_item', { recipe: { makes: 1, lines: [{ ingredientId: 'milk', qty: 0 }] } }],
    ['menu_item', { recipe: { makes: 0, lines: [] } }],
    ['menu_item', { recipeBySize: { large: 'much' } }],
    ['modifier_group', { recipes: { oat: { lines: [] } } }],
  ] as const)('[STOCK2] a recipe of a %s must make sense: %j', (recordType, fields) => {
    const command = { type: 'save_record', recordType, recordId: 'x', fields } as const
    given().when(command, as('manager')).thenRefused('bad_record', 'STOCK2')
  })
})
