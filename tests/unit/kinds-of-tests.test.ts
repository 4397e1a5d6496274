import { expect, test } from 'vitest'
import config from '../../vitest.config.ts'

interface Kind {
  readonly test: { readonly name: string; readonly sequence?: { readonly groupOrder?: number } }
}

test('kinds of tests that are asked for together, as by a proof, have a turn each', () => {
  const kinds = (config.test?.projects ?? []) as readonly Kind[]
  const turns = kinds.map(({ test: { sequence } }) => sequence?.groupOrder)
  expect(turns).toEqual([...new Set(turns)])
  expect(turns).not.toContain(undefined)
})
