import { describe, expect, test } from 'vitest'
import { exportMenu } from './export-menu.ts'
import { planImport, type ImportPlan } from './import-plan.ts'
import { categoryOf, itemOf, namedOf } from '#app/features/backoffice/menu/menu-records.ts'
import type { MenuRecords } from '#app/features/backoffice/menu/use-menu-records.ts'

const item = (id: string, name: string, more: object = {}) =>
  itemOf({
    id,
    name,
    categoryId: 'hot',
    stationId: 'bar',
    price: 250,
    taxIds: ['v13'],
    active: true,
    ...more,
  })

const MENU: MenuRecords = {
  items: [item('tea', 'Tea', { position: 4 }), item('old', 'Toddy', { active: false })],
  categories: [categoryOf({ id: 'hot', name: 'Hot drinks', active: true })],
  groups: [],
  taxes: [
    namedOf({ id: 'v13', name: 'VAT 13 %', active: true }),
    namedOf({ id: 'city', name: 'City tax', active: true }),
  ],
  stations: [namedOf({ id: 'bar', name: 'Bar', active: true })],
  ingredients: [],
}

function plan(text: string, menu = MENU): ImportPlan {
  const read = planImport(text, menu, 2)
  if ('wrong' in read) throw new Error(`assertion failed: ${read.wrong.kind}`)
  return read.plan
}

const HEAD = 'Name;Category;Price;Code;Tax;Station;Course\n'

describe('a file that is no menu', () => {
  test.each([
    ['', 'empty'],
    ['name,category,price\n', 'empty'],
    ['\u0089PNG\r\n\u0000\u0000', 'notText'],
    ['name,category,price\n"Tea,Hot,2', 'openQuote'],
    [`name,category,price\n${'a,b,1\n'.repeat(5001)}`, 'tooLong'],
  ])('is refused with a reason (case %#)', (text, kind) => {
    expect(planImport(text, MENU, 2)).toMatchObject({ wrong: { kind } })
  })

  test('with wrong columns is told which are missing, unknown or there twice', () => {
    expect(planImport('Dish;Colour;Item;Price\nTea;red;x;1', MENU, 2)).toMatchObject({
      wrong: {
        kind: 'columns',
        columns: { missing: ['category'], unknown: ['Colour'], twice: ['Item'] },
      },
    })
  })
})

describe('a row', () => {
  test('adds an item, with what its neighbours have where the file says nothing', () => {
    const { rows, newCategories, unknownColumns } = plan(
      'Name,Category,Price,Shade\nMilk,hot drinks,"1,80",x',
    )
    expect(rows).toMatchObject([
      {
        line: 2,
        does: 'adds',
        price: 180,
        fields: {
          name: 'Milk',
          price: 180,
          categoryId: 'hot',
          taxIds: ['v13'],
          stationId: 'bar',
          position: 5,
        },
      },
    ])
    expect(newCategories).toEqual([])
    expect(unknownColumns).toEqual(['Shade'])
  })

  test('changes the item of its code, else of its name, and nothing it does not say', () => {
    expect(plan(`${HEAD}Green tea;Hot drinks;2,80;tea;;;`).rows).toMatchObject([
      { does: 'changes', itemId: 'tea', fields: { name: 'Green tea', price: 280 } },
    ])
    expect(plan(`${HEAD}TEA;Hot drinks;€ 2,80;77;;;`).rows).toMatchObject([
      { does: 'changes', itemId: 'tea', fields: { name: 'TEA', price: 280 } },
    ])
    expect(plan(`${HEAD}Tea;Hot drinks;2.50;;VAT 13 %;bar;`).rows).toMatchObject([
      { does: 'same', itemId: 'tea', fields: {} },
    ])
    expect(plan(`${HEAD}Toddy;Hot drinks;2.50;;;;`).rows).toMatchObject([{ does: 'same', itemId: 'old' }])
  })

  test('names every field that is wrong in it, and is left out', () => {
    const long = 'x'.repeat(81)
    const { rows } = plan(
      `${HEAD};Hot drinks;-1;a b;VAT 99;Grill;77\n${long};;9999999999;;VAT 13 % + City tax;;\nTea;Hot drinks;1;;;;\ntea;Hot drinks;2;;;;`,
    )
    expect(rows.map(({ line, does, wrong }) => [line, does, wrong.map(({ kind }) => kind)])).toEqual([
      [2, 'wrong', ['nameMissing', 'priceBad', 'taxUnknown', 'stationUnknown', 'courseBad', 'codeBad']],
      [3, 'wrong', ['nameLong', 'categoryMissing', 'priceHigh']],
      [4, 'changes', []],
      [5, 'wrong', ['twice']],
    ])
    expect(rows[1]?.fields['taxIds']).toEqual(['v13', 'city'])
    expect(rows[3]?.wrong).toEqual([{ kind: 'twice', value: '4' }])
  })

  test('whose name two items have says so, unless it has a code', () => {
    const menu = { ...MENU, items: [item('a', 'Tea'), item('b', 'Tea')] }
    expect(plan(`${HEAD}Tea;Hot drinks;1;;;;`, menu).rows[0]?.wrong).toEqual([
      { kind: 'nameAmbiguous', value: 'Tea' },
    ])
    expect(plan(`${HEAD}Tea;Hot drinks;1;b;;;`, menu).rows).toMatchObject([{ does: 'changes', itemId: 'b' }])
  })

  test('may name a category that is made with it, once for all that name it', () => {
    const { rows, newCategories } = plan(`${HEAD}Stew;Mains;9;;;;\nPie;MAINS;8;;;;\nBad;Soups;x;;;;`)
    expect(newCategories).toEqual(['Mains'])
    expect(rows.map(({ newCategory }) => newCategory)).toEqual(['Mains', 'MAINS', 'Soups'])
  })
})

test('[ALLERGEN2] a cell of allergens states them, says none, or says nothing; what is none of the fourteen is told', () => {
  const cells = ['milk + Egg', 'none', '', 'Soy; nuts', 'shellfish', 'none + milk']
  const rows = plan(
    `name,category,price,contains\n${cells.map((cell, at) => `D${at},Hot drinks,1,${cell}`).join('\n')}`,
  ).rows
  expect(rows.map(({ fields }) => fields['allergens'])).toEqual([
    ['eggs', 'milk'],
    [],
    undefined,
    ['soybeans', 'nuts'],
    [],
    ['milk'],
  ])
  expect(rows.map(({ wrong }) => wrong.map(({ value }) => value))).toEqual([
    [],
    [],
    [],
    [],
    ['shellfish'],
    ['none'],
  ])
})

test('what was exported is imported again without a change, and renamed by its code', () => {
  const menu = {
    ...MENU,
    items: [
      ...MENU.items,
      item('free', 'Water', { allergens: [] }),
      item('odd', '=Tea; "green"', { course: 2, taxIds: ['v13', 'city'], allergens: ['milk', 'soybeans'] }),
    ],
  }
  const text = exportMenu(menu, 2)
  expect(plan(text, menu).rows.map(({ does }) => does)).toEqual(['same', 'same', 'same', 'same'])
  const renamed = plan(text.replace('Toddy', 'Grog'), menu).rows
  expect(renamed.map(({ does, itemId }) => [does, itemId])).toEqual([
    ['same', 'tea'],
    ['changes', 'old'],
    ['same', 'free'],
    ['same', 'odd'],
  ])
})
