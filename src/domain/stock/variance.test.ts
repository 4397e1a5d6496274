import { expect, test } from 'vitest'
import { varianceOf } from './variance.ts'

// A bottle of 750 ml for 4.50.
const pack = { packSize: 750_000, packCost: 450 }

test('[STOCK12] what was found less what should have been there, at what it costs now', () => {
  // Given a litre, a bottle more, 600 ml sold by the recipes and 50 ml spilt
  const between = { opening: 1_000_000, received: 750_000, used: 600_000, wasted: 50_000 }
  expect(varianceOf({ ...between, counted: 950_000 }, pack)).toEqual({
    expected: 1_100_000,
    difference: -150_000,
    worth: -90_000,
  })
  expect(varianceOf({ ...between, counted: 1_250_000 }, pack)).toMatchObject({
    difference: 150_000,
    worth: 90_000,
  })
  expect(varianceOf({ ...between, counted: 1_100_000 }, {})).toMatchObject({ difference: 0, worth: 0 })
})
