import { z } from 'zod'
import type { DomainEvent } from '#domain/event/event.ts'
import { PREPARATIONS } from '#domain/item/item.ts'
import { COVERS_MAX, NOTE_LENGTH_MAX, QTY_MAX, RATE_PPM_MAX } from '#domain/limits.ts'
import { AMOUNT_MAX, type Minor } from '#domain/money/money.ts'
import { SERVICES } from '#domain/order/order.ts'
import { METHODS } from '#domain/payment/payment.ts'

/** What this program accepts as an event of another device. Whatever fits no schema is kept in quarantine. */
const id = z.string().min(1).max(80)
const note = z.string().max(NOTE_LENGTH_MAX)
const name = z.string().max(200)
const time = z.int().min(0)
const amount = z
  .int()
  .min(-AMOUNT_MAX)
  .max(AMOUNT_MAX)
  .transform((value) => value as Minor)
const qty = z.int().min(1).max(QTY_MAX)
const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

const lineTax = z.object({ id, name, ratePpm: z.int().min(0).max(RATE_PPM_MAX), inclusive: z.boolean() })
const taxTotal = lineTax.extend({ net: amount, tax: amount })

const sale = z.object({
  closedAt: time,
  businessDate: date,
  hour: z.int().min(0).max(23),
  currency: z.string().length(3),
  lines: z.array(
    z.object({
      itemId: id,
      menuItemId: id,
      name,
      categoryId: z.string().max(80),
      qty,
      unitPrice: amount,
      amount,
    }),
  ),
  payments: z.array(z.object({ paymentId: id, method: z.enum(METHODS), amount })),
  subtotal: amount,
  net: amount,
  tax: amount,
  total: amount,
  taxes: z.array(taxTotal),
})

const PAYLOADS: { readonly [type in DomainEvent['type']]: z.ZodType } = {
  order_opened: z.object({
    number: z.string().min(1).max(20),
    service: z.enum(SERVICES),
    tableId: id.nullable(),
    covers: z.int().min(1).max(COVERS_MAX),
    businessDate: date,
    openedAt: time,
    openedBy: id,
  }),
  order_covers_set: z.object({ covers: z.int().min(1).max(COVERS_MAX) }),
  order_table_set: z.object({ tableId: id.nullable() }),
  order_closed: z.object({ sale }),
  order_cancelled: z.object({ reason: note }),
  receipt_requested: z.object({
    // It becomes a key of a print job as it is: no text that PostgreSQL refuses.
    printerId: z.string().regex(/^[^\0\ud800-\udfff]{0,80}$/u),
    copy: z.int().min(0),
  }),
  item_added: z.object({
    orderId: id,
    menuItemId: id,
    name,
    categoryId: z.string().max(80),
    stationId: z.string().max(80),
    unitPrice: amount,
    taxes: z.array(lineTax).max(10),
    qty,
    note,
    addedAt: time,
    addedBy: id,
  }),
  item_qty_set: z.object({ qty }),
  item_note_set: z.object({ note }),
  item_sent: z.object({ sentAt: time, sentBy: id }),
  item_preparation_set: z.object({ preparation: z.enum(PREPARATIONS), at: time }),
  item_voided: z.object({ kind: z.enum(['removed', 'void']), reason: note, by: id }),
  payment_taken: z.object({
    orderId: id,
    method: z.enum(METHODS),
    amount,
    tendered: amount,
    change: amount,
    takenAt: time,
    takenBy: id,
    businessDate: date,
  }),
  payment_voided: z.object({ reason: note, by: id }),
  record_changed: z.record(z.string().max(80), z.json()),
}

export function isKnownEvent(type: string): type is DomainEvent['type'] {
  return Object.hasOwn(PAYLOADS, type)
}

/** Far deeper than any payload; short of what an engine's stack bears, so that all decide alike. */
const DEPTH_MAX = 32

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
  for (const sign of json.replaceAll(/"(?:[^"\\]|\\.)*"/g, '')) {
    if (sign === '[' || sign === '{') deepest = Math.max(deepest, (depth += 1))
    else if (sign === ']' || sign === '}') depth -= 1
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
