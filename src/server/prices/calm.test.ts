import { expect, test } from 'vitest'
import { createCalm } from './calm.ts'

test('[REVIEW12] while a menu arrives, nothing is held against it, until it was quiet for a while', () => {
  const calm = createCalm(10)
  expect(calm.leftMs(100)).toBe(0)
  calm.came(100)
  expect(calm.leftMs(100)).toBe(10)
  calm.came(105)
  expect(calm.leftMs(108)).toBe(7)
  expect(calm.leftMs(115)).toBe(0)
})

test('[REVIEW12] somebody who changes something every moment does not put it off for ever', () => {
  const calm = createCalm(10)
  let now = 0
  while (now === 0 || calm.leftMs(now) > 0) {
    calm.came(now)
    now += 5
  }
  expect(now).toBe(300)
  calm.came(now)
  expect(calm.leftMs(now)).toBe(10)
})
