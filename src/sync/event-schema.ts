import { z } from 'zod'
import type { DomainEvent } from '#domain/event/event.ts'
import { itemPayloads } from './schemas/items.ts'
import { orderPayloads } from './schemas/orders.ts'
import { paymentPayloads } from './schemas/payments.ts'
import { shiftPayloads } from './schemas/shifts.ts'
import { stockPayloads } from './schemas/stock.ts'

/**
 * What this program accepts as an event of another device. Whatever fits no schema is kept in quarantine. A change
 * here is a change for every program that reads the journal: tests/unit/golden.test.ts asks for its version step.
 */
export const PAYLOADS: { readonly [type in DomainEvent['type']]: z.ZodType } = {
  ...orderPayloads,
  ...itemPayloads,
  ...paymentPayloads,
  ...shiftPayloads,
  ...stockPayloads,
  record_changed: z.record(z.string().max(80), z.json()),
}

export function isKnownEvent(type: string): type is DomainEvent['type'] {
  return Object.hasOwn(PAYLOADS, type)
}

/** Far deeper than any payload; short of what an engine's stack bears, so that all decide alike. */
const DEPTH_MAX = 32

const QUOTE = 0x22
const BACKSLASH = 0x5c
const LIST = 0x5b
const LIST_END = 0x5d
const OBJECT = 0x7b
const OBJECT_END = 0x7d

/** The event inside a payload, or null when it does not fit its type. */
export function parseEvent(type: DomainEvent['type'], payload: string): DomainEvent | null {
  if (depthOf(payload) > DEPTH_MAX) return null
  const parsed = PAYLOADS[type].safeParse(parseJson(payload))
  return parsed.success ? ({ type, payload: parsed.data } as DomainEvent) : null
}

/** How deep lists and objects nest, at most. What stands inside strings does not count. */
function depthOf(json: string): number {
  let depth = 0
  let deepest = 0
  let inString = false
  for (let i = 0; i < json.length; i += 1) {
    const sign = json.charCodeAt(i)
    if (sign === QUOTE) inString = !inString
    else if (inString) i += sign === BACKSLASH ? 1 : 0
    else if (sign === OBJECT || sign === LIST) deepest = Math.max(deepest, (depth += 1))
    else if (sign === OBJECT_END || sign === LIST_END) depth -= 1
  }
  return deepest
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
