import { expect, test } from 'vitest'
import { PRESETS } from '#domain/store/presets/presets.ts'
import { counted } from './count.ts'
import { denominationsOf } from './denominations.ts'

const all = (code: string, exponent: number): readonly number[] => {
  const { notes, coins } = denominationsOf({ code, exponent })
  return [...notes, ...coins]
}

test('[COUNT1] every currency is counted by face values that are there once, the largest first', () => {
  for (const { currency } of PRESETS.map(({ settings }) => settings)) {
    const values = all(currency.code, currency.exponent)
    expect(values).toEqual([...new Set(values)].sort((a, b) => b - a))
    expect(counted(values.map((value) => ({ value, count: 1 })))).not.toBeNull()
  }
})

test('[COUNT1] a currency nobody described is counted by 1, 2 and 5', () => {
  expect(all('SEK', 2).slice(0, 4)).toEqual([50000, 20000, 10000, 5000])
  expect(denominationsOf({ code: 'SEK', exponent: 2 }).coins).toEqual([200, 100, 50, 20, 10, 5, 2, 1])
  expect(denominationsOf({ code: 'KRW', exponent: 0 }).notes.slice(0, 3)).toEqual([500_000, 200_000, 100_000])
  expect(all('KWD', 3).at(-1)).toBe(1)
})
