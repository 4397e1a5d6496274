import { expect, test } from 'vitest'
import { parseEvent } from './event-schema.ts'

function nested(levels: number): string {
  return `{"x":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`
}

test('a payload nests 32 deep and no deeper', () => {
  expect(parseEvent('record_changed', nested(32))).not.toBeNull()
  expect(parseEvent('record_changed', nested(33))).toBeNull()
})

test('brackets inside a text are no nesting, whatever is escaped around them', () => {
  const payload = { name: '\\"['.repeat(80), note: `\\${'{'.repeat(80)}`, 'key"[': '\\' }
  expect(parseEvent('record_changed', JSON.stringify(payload))).toEqual({ type: 'record_changed', payload })
})

test('what follows a text with escapes counts again', () => {
  expect(parseEvent('record_changed', `{"a":"\\\\","x":${nested(32)}}`)).toBeNull()
})
