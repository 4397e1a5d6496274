import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { LOSS_EFFECTS } from '#domain/item/void-effects.ts'
import { VOID_KINDS } from '#domain/item/item.ts'

const page = readFileSync(new URL('../../docs/spec/orders.md', import.meta.url), 'utf8')

/** The rows of the page's table, cell by cell, without its head. */
const rows = page
  .split('\n')
  .filter((line) => /^\| (?!What|-)/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )

describe('the ways in which a line brings less than its price', () => {
  test('[VOID4] are in the page’s table as they are in the code', () => {
    const expected = Object.entries(LOSS_EFFECTS).map(([what, effect]) => [
      what,
      effect.when,
      effect.sales,
      effect.stock,
      effect.reportedAs,
      effect.reasonNeeded ? 'yes' : 'no',
      effect.right,
    ])
    expect(rows).toEqual(expected)
  })

  test('[VOID4] are each reported by a word of their own', () => {
    const words = Object.values(LOSS_EFFECTS).map(({ reportedAs }) => reportedAs)
    expect(new Set(words).size).toBe(6)
    expect(Object.keys(LOSS_EFFECTS)).toEqual(expect.arrayContaining([...VOID_KINDS]))
  })

  test('[VOID1] unmade goes back to stock, wasted does not', () => {
    expect(LOSS_EFFECTS.unmade.stock).toBe('back')
    expect(LOSS_EFFECTS.wasted.stock).toBe('used')
  })
})
