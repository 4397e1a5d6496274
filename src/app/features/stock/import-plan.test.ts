import { expect, test } from 'vitest'
import type { StockItemView } from '#device/messages/stock-views.ts'
import { csvOf } from '#app/data/csv-text.ts'
import { planImport, type FileWrong, type ImportPlan } from './import-plan.ts'
import { levelRows } from './level-rows.ts'

const milk: StockItemView = {
  id: 'milk',
  name: 'Whole milk',
  unit: 'ml',
  packName: 'Carton',
  packSize: 1_000_000,
  packCost: 99,
  low: 6_000_000,
  par: 0,
  supplier: 'Dairy',
  active: true,
  level: 4_500_000,
  countedAt: null,
}

function planned(text: string, items = [milk]): ImportPlan {
  const read = planImport(text, items, 2)
  if ('wrong' in read) throw new Error(`assertion failed: ${read.wrong.kind}`)
  return read.plan
}

function refused(text: string): FileWrong | null {
  const read = planImport(text, [milk], 2)
  return 'wrong' in read ? read.wrong : null
}

const does = (text: string): readonly (readonly [string, string])[] =>
  planned(text).rows.map((row) => [row.name, row.wrong.map(({ kind }) => kind).join(' ') || row.does])

test('[STOCK14] a row adds an ingredient, or changes what it says of one by its name', () => {
  const { rows, unknown } = planned(
    'Name;Unit;Pack size;PACK COST;Colour\nwhole MILK;ml;1000;1.05;white\nSalt;g;500;0.40;\n',
  )
  expect(rows.map(({ line, does: what, ingredientId }) => [line, what, ingredientId])).toEqual([
    [2, 'changes', 'milk'],
    [3, 'adds', null],
  ])
  // What the file does not say stays: neither pack, supplier nor level is among it.
  expect(rows[0]?.fields).toEqual({ name: 'whole MILK', packCost: 105 })
  expect(rows[1]?.fields).toMatchObject({ name: 'Salt', unit: 'g', packSize: 500_000, active: true })
  expect(unknown).toEqual(['Colour'])
})

test('[STOCK14] an empty cell takes no size and no cost away', () => {
  const { rows } = planned('Name,Unit,Pack size,Pack cost,Supplier\nWhole milk,ml,,,\n')
  expect(rows[0]?.fields).toEqual({ supplier: '' })
})

test('[STOCK14] each row that is wrong says why and stays out', () => {
  expect(
    does(
      'Name,Unit,Pack size,Pack cost,Low\nWhole milk,ml,1000,0.99,6000\nA,kg,,,\n,g,,,\nB,g,0,,\nC,g,1,x,\nD,g,1,1,-1\nE,g,,,\ne,pieces,,,\n',
    ),
  ).toEqual([
    ['Whole milk', 'same'],
    ['A', 'unit'],
    ['', 'name'],
    ['B', 'size'],
    ['C', 'cost'],
    ['D', 'quantity'],
    ['E', 'adds'],
    ['e', 'twice'],
  ])
})

test('[STOCK14] a row is for the ingredient in use, brings back one that is not, and changes no unit', () => {
  const old = { ...milk, id: 'old', active: false, packCost: 1 }
  const text = 'Name,Unit,Pack cost\nWhole milk,ml,0.99\n'
  expect(planned(text, [milk, old]).rows).toMatchObject([{ does: 'same', ingredientId: 'milk' }])
  expect(planned(text, [old]).rows).toMatchObject([
    { does: 'changes', ingredientId: 'old', fields: { packCost: 99, active: true } },
  ])
  const twins = planned(text, [milk, { ...milk, id: 'twin' }]).rows
  expect(twins).toMatchObject([{ does: 'wrong', wrong: [{ kind: 'ambiguous' }] }])
  expect(does('Name,Unit\nWhole milk,g\n')).toEqual([['Whole milk', 'otherUnit']])
})

test('[STOCK14] a file that is none says why', () => {
  expect(refused('Name;Unit\n')).toEqual({ kind: 'empty' })
  expect(refused('PK\u0003\u0000')).toEqual({ kind: 'notText' })
  expect(refused('Name,Unit\n"Salt,g\n')).toEqual({ kind: 'openQuote', line: 2 })
  expect(refused('Name\nSalt\n')).toEqual({ kind: 'missing', names: ['unit'] })
  expect(refused('Name,Unit,unit\nSalt,g,g\n')).toEqual({ kind: 'twiceColumn', names: ['unit'] })
  expect(refused(`Name,Unit\n${'Salt,g\n'.repeat(2_001)}`)).toEqual({ kind: 'tooLong', max: 2_000 })
})

test('[STOCK14] what was saved is brought in again without a change', () => {
  const head = ['Name', 'Unit', 'Pack', 'Pack size', 'Pack cost', 'Low', 'Par', 'Supplier', 'Level', 'Worth']
  const saved = csvOf([head, ...levelRows([milk, { ...milk, id: 'old', name: 'Old', active: false }], 2)])
  expect(saved).toContain('Whole milk,ml,Carton,1000,0.99,6000,0,Dairy,4500,4.46')
  expect(does(saved)).toEqual([['Whole milk', 'same']])
  expect(planned(saved).unknown).toEqual([])
})
