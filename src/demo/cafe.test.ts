import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { RecordShapes, RecordType } from '#domain/record/record.ts'
import { SETTINGS_ID } from '#domain/store/settings.ts'
import { isAllergens } from '#domain/menu/allergens.ts'
import { demoCafe } from './cafe.ts'
import { exampleMenu } from './example-menu.ts'

const cafe = demoCafe({ printerHost: '127.0.0.1', printerPort: 9100 })
const pictures = fileURLToPath(new URL('./pictures/', import.meta.url))

function fieldsOf<T extends RecordType>(type: T): RecordShapes[T][] {
  return cafe.records.flatMap((record) => (record.type === type ? [record.fields as RecordShapes[T]] : []))
}

function idsOf(type: RecordType): Set<string> {
  return new Set(cafe.records.filter((record) => record.type === type).map((record) => record.id))
}

describe('the demo café', () => {
  test('has a real menu: 48 dishes or more in 7 categories or more, none of them empty', () => {
    const items = fieldsOf('menu_item')
    expect(items.length).toBeGreaterThanOrEqual(48)
    expect(fieldsOf('category').length).toBeGreaterThanOrEqual(7)
    expect(new Set(items.map((item) => item.categoryId))).toEqual(idsOf('category'))
  })

  test('[ALLERGEN2] says what its dishes contain; to a kitchen that begins with its menu it says nothing', () => {
    const stated = fieldsOf('menu_item').filter(({ allergens }) => allergens !== undefined)
    expect(fieldsOf('menu_item').length - stated.length).toBeLessThanOrEqual(3)
    expect(stated.every(({ allergens }) => isAllergens(allergens))).toBe(true)
    expect(JSON.stringify(exampleMenu('PT'))).not.toContain('allergens')
  })

  test('names only what is there', () => {
    for (const item of fieldsOf('menu_item')) {
      expect(idsOf('category')).toContain(item.categoryId)
      expect(idsOf('station')).toContain(item.stationId)
      expect(item.taxIds.length).toBeGreaterThan(0)
      for (const id of item.taxIds) expect(idsOf('tax')).toContain(id)
    }
    for (const table of fieldsOf('table')) expect(idsOf('area')).toContain(table.areaId)
    const [settings, ...others] = fieldsOf('settings')
    expect(others).toEqual([])
    expect(idsOf('settings')).toContain(SETTINGS_ID)
    expect(idsOf('printer')).toContain(settings?.receiptPrinterId)
  })

  test('buys what its dishes are made of, and has some of all of it', () => {
    const known = idsOf('ingredient')
    expect(known.size).toBe(20)
    const recipes = [
      ...fieldsOf('menu_item').flatMap(({ recipe }) => recipe ?? []),
      ...fieldsOf('modifier_group').flatMap(({ recipes = {} }) => Object.values(recipes)),
    ]
    expect(recipes.length).toBeGreaterThan(20)
    for (const { lines } of recipes) {
      for (const { ingredientId, qty } of lines) {
        expect(known).toContain(ingredientId)
        expect(Number.isSafeInteger(qty) && qty > 0).toBe(true)
      }
    }
    expect(new Set(cafe.openingStock.map(({ ingredientId }) => ingredientId))).toEqual(known)
  })

  test('has ids and names that are unique, and the same every time', () => {
    const ids = [...cafe.records, ...cafe.people].map((entry) => entry.id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const type of ['menu_item', 'category', 'table'] as const) {
      const names = fieldsOf(type).map((fields) => fields.name)
      expect(new Set(names).size).toBe(names.length)
    }
    expect(demoCafe({ printerHost: '127.0.0.1', printerPort: 9100 })).toEqual(cafe)
  })

  test('has prices in whole cents and names that fit a button', () => {
    for (const item of fieldsOf('menu_item')) {
      const least = item.pricing === 'open' ? 0 : 1
      expect(Number.isSafeInteger(item.price) && item.price >= least, item.name).toBe(true)
      expect(item.name.length, item.name).toBeLessThanOrEqual(18)
    }
  })

  test('prints where it is told', () => {
    const { records } = demoCafe({ printerHost: 'printer.test', printerPort: 9200 })
    const printer = records.find((record) => record.type === 'printer')
    expect(printer?.fields).toMatchObject({ host: 'printer.test', port: 9200, columns: 48 })
  })

  test('gives everybody a PIN of their own: waiters 4 digits, the others 6', () => {
    expect(new Set(cafe.people.map((person) => person.pin)).size).toBe(cafe.people.length)
    for (const { pin, user } of cafe.people) {
      expect(pin).toMatch(user.role === 'waiter' ? /^\d{4}$/ : /^\d{6}$/)
    }
    const roles = cafe.people.map((person) => person.user.role).toSorted()
    expect(roles).toEqual(['manager', 'owner', 'waiter', 'waiter'])
  })
})

describe('the pictures', () => {
  const names = fieldsOf('menu_item').map((item) => item.picture)

  test('are one for each dish, and none is left over', () => {
    expect(readdirSync(pictures).toSorted()).toEqual(names.map((name) => `${name}.svg`).toSorted())
  })

  test.each(names)('%s is small, self-contained and safe to inline', (name) => {
    const svg = readFileSync(`${pictures}${name}.svg`, 'utf8')
    expect(Buffer.byteLength(svg)).toBeLessThanOrEqual(4096)
    expect(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 240">')).toBe(true)
    expect(svg.trimEnd().endsWith('</svg>')).toBe(true)
    expect(svg).not.toMatch(/<(script|text|style|image|foreignObject|use)|href|url\(|\b(on\w+|id)=/i)
    expect(svg).not.toMatch(/NaN|undefined/)
  })
})
