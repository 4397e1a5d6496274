import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chain } from '../../tests/support/replicas.ts'
import { envelopeSchema } from './envelope-schema.ts'
import { isPlainEnvelope } from './plain-envelope.ts'

const HONEST = chain('till', [{}, { txn: { id: 'both', i: 0, n: 2 } }, { txn: { id: 'both', i: 1, n: 2 } }])

/** Values at and beyond the edges of every field's rule. */
const TEXTS = [
  '',
  ' ',
  'é',
  'a',
  'a'.repeat(80),
  'a'.repeat(81),
  'line\nfeed',
  'nul\0',
  '\ud800',
  '0'.repeat(64),
]
const STAMPS = ['f'.repeat(16), '0'.repeat(16)]
const NUMBERS = [0, 1, -1, 0.5, -0, NaN, Infinity, 2 ** 53, 401]
const PLACES = [
  { id: 'a', i: 1, n: 1 },
  { id: 'a', i: 0, n: 401 },
  { id: 'a', i: 0, n: 1, more: 1 },
  { id: 'a', i: 0, n: 1 },
]
const ODD: readonly unknown[] = [undefined, null, true, {}, [], ...TEXTS, ...STAMPS, ...NUMBERS, ...PLACES]

test('what every device writes is told without the schema, signed or not', () => {
  for (const event of HONEST) {
    expect(isPlainEnvelope(event)).toBe(true)
    expect(isPlainEnvelope({ ...event, sig: 'a'.repeat(86) })).toBe(true)
  }
})

const FIELDS = [...Object.keys(HONEST[0] ?? {}), 'sig', 'more']

/** What is told without the schema it accepts, just as it is; what only it accepts, it changes, or `sig` is there. */
function agrees(raw: object): void {
  const parsed = envelopeSchema.safeParse(raw)
  if (isPlainEnvelope(raw)) expect(parsed.data).toStrictEqual(raw)
  else if (parsed.success && !('sig' in raw)) expect(parsed.data).not.toStrictEqual(raw)
}

test('[SYNC7] with any field gone or odd, both say the same', () => {
  for (const event of HONEST) {
    for (const field of FIELDS) {
      agrees(Object.fromEntries(Object.entries(event).filter(([name]) => name !== field)))
      for (const odd of ODD) agrees({ ...event, [field]: odd })
    }
  }
})

test('[SYNC7] and with several at once', () => {
  const changes = fc.array(fc.tuple(fc.constantFrom(...FIELDS), fc.constantFrom(...ODD)), { maxLength: 3 })
  fc.assert(
    fc.property(fc.constantFrom(...HONEST), changes, (event, changed) =>
      agrees({ ...event, ...Object.fromEntries(changed) }),
    ),
  )
})

test('no value at all is taken for an envelope by mistake', () => {
  fc.assert(fc.property(fc.anything(), (value) => !isPlainEnvelope(value)))
})
