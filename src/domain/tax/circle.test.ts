import { describe, expect, test } from 'vitest'
import { taxesInCircle, type Named } from './circle.ts'

function named(names: { readonly [id: string]: readonly string[] }): readonly Named[] {
  return Object.entries(names).map(([id, on]) => ({ id, on }))
}

describe('taxes that name taxes', () => {
  test.each([
    ['none names any', { a: [], b: [] }, []],
    ['a chain', { a: ['b'], b: ['c'], c: [] }, []],
    ['two ways to one', { a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }, []],
    ['itself', { a: ['a'], b: [] }, ['a']],
    ['two, each other', { a: ['b'], b: ['a'], c: [] }, ['a', 'b']],
    ['three round', { a: ['b'], b: ['c'], c: ['a'] }, ['a', 'b', 'c']],
    ['one that only leads into a circle', { x: ['a'], a: ['b'], b: ['a'] }, ['a', 'b']],
    ['a circle behind a detour', { a: ['d', 'b'], b: ['c'], c: ['a'], d: [] }, ['a', 'b', 'c']],
    ['somebody unknown', { a: ['nobody'] }, []],
  ] as const)('[TAX6] %s', (_, names, circle) => {
    expect(taxesInCircle(named(names)).map(({ id }) => id)).toEqual(circle)
  })

  test('[TAX6] one without names is in none', () => expect(taxesInCircle([{ id: 'a' }])).toEqual([]))
})
