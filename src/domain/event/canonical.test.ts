import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from './canonical.ts'

const leaves = fc.oneof(
  fc.maxSafeInteger().filter((value) => !Object.is(value, -0)),
  fc.string({ unit: 'grapheme' }),
  fc.boolean(),
  fc.constant(null),
)
const { value: values } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    leaves,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string({ unit: 'grapheme' }), tie('value'), { maxKeys: 5 }),
  ),
}))

/** The same value with the members of every object in the opposite order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, turned(member)]),
  )
}

describe('the canonical form', () => {
  test.each([
    [{ b: 1, a: [true, null, 'x'] }, '{"a":[true,null,"x"],"b":1}'],
    [{ é: 1, z: 2, Z: 3, _: 4, 10: 5, 9: 6 }, '{"10":5,"9":6,"Z":3,"_":4,"z":2,"é":1}'],
    [{ gone: undefined, here: 0 }, '{"here":0}'],
    ['"\\\n\u0000☕', '"\\"\\\\\\n\\u0000☕"'],
    ['half \ud83d a pair', '"half \ufffd a pair"'],
    [-0, '0'],
    [Number.MAX_SAFE_INTEGER, '9007199254740991'],
  ])('[SYNC8] of %j is one text', (value, text) => {
    expect(canonicalJson(value)).toBe(text)
  })

  test('[SYNC8] reads back as the same value, and writes again as the same text', () => {
    fc.assert(
      fc.property(values, (value) => {
        const text = canonicalJson(value)
        expect(canonicalJson(JSON.parse(text))).toBe(text)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
        expect(text).not.toMatch(/[\n\u0000]/)
      }),
    )
  })

  test('[SYNC8] does not depend on the order of members', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(canonicalJson(turned(value))).toBe(canonicalJson(value))
      }),
    )
  })

  test.each([0.1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])(
    '[MONEY1] %s has none: a bug, said loudly',
    (bad) => {
      expect(() => canonicalJson({ deep: [bad] })).toThrow('is not a safe integer')
    },
  )

  test('[SYNC8] neither has what JSON cannot say', () => {
    expect(() => canonicalJson(undefined)).toThrow('has no canonical form')
    expect(() => canonicalJson([() => 1])).toThrow('has no canonical form')
    expect(() => canonicalJson(1n)).toThrow('has no canonical form')
  })
})
