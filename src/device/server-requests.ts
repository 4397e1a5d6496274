import { z } from 'zod'
import { DRILL_AMONG } from '#domain/report/drill-view.ts'
import type { ReportRange } from '#domain/report/range-view.ts'
import { unitOf } from '#domain/stock/ingredient.ts'
import type { ServerAsk } from './messages/office-views.ts'
import type { DrillAsked } from './messages/report-views.ts'

interface ServerRequest {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  readonly body: object | null
  /** What the server must answer, as screens are told it. */
  readonly result: z.ZodType
}

const pairing = z.object({ code: z.string(), expiresAt: z.number() })

const pictureTaken = z.object({ picture: z.string() })

const setAside = z.object({
  items: z.array(
    z.object({
      id: z.number(),
      dev: z.string(),
      seq: z.number(),
      reason: z.string(),
      body: z.string(),
      receivedAt: z.number(),
      settled: z.enum(['released', 'dismissed']).nullable(),
      settledBy: z.string().nullable(),
      settledAt: z.number().nullable(),
    }),
  ),
  more: z.boolean(),
})

// The server's own, of this very program or a newer one: what is in it is drawn, never believed.
const report = z.union([
  z.object({ kind: z.literal('whole'), view: z.record(z.string(), z.unknown()) }),
  z.object({ kind: z.literal('partial'), done: z.number(), of: z.number() }),
])

const variances = z.object({
  rows: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      unit: z.string().transform(unitOf),
      openedAt: z.number(),
      countedAt: z.number(),
      opening: z.number(),
      received: z.number(),
      used: z.number(),
      wasted: z.number(),
      counted: z.number(),
      expected: z.number(),
      difference: z.number(),
      worth: z.number(),
    }),
  ),
  isWhole: z.boolean(),
})

const done = z.object({ ok: z.literal(true) }).transform(() => null)

const drillPage = z.object({
  orders: z.array(
    z.object({
      orderId: z.string(),
      key: z.string(),
      number: z.string(),
      date: z.string(),
      at: z.number(),
      tableName: z.string().nullable(),
      waiter: z.string(),
      total: z.number().nullable(),
      part: z.object({ count: z.number(), amount: z.number() }),
    }),
  ),
  next: z.object({ among: z.enum(DRILL_AMONG), date: z.string(), at: z.number(), id: z.string() }).nullable(),
})

function rangeQuery({ from, to, shiftId }: ReportRange): string {
  return addressQuery(shiftId === undefined ? { from, to } : { from, to, shiftId })
}

function drillQuery({ range, drill, after }: DrillAsked): string {
  return `${rangeQuery(range)}&${addressQuery({ table: drill.table, key: drill.key, ...after })}`
}

function addressQuery(words: { readonly [name: string]: string | number }): string {
  return Object.entries(words)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')
}

/** How each is said to the server (docs/protocol.md). */
export function requestFor({ name, params }: ServerAsk): ServerRequest {
  switch (name) {
    case 'savePerson':
      return {
        method: 'PUT',
        path: `/api/people/${encodeURIComponent(params.id)}`,
        body: params.change,
        result: done,
      }
    case 'savePicture':
      return { method: 'POST', path: '/api/pictures', body: params, result: pictureTaken }
    case 'report':
      return {
        method: 'GET',
        path: `/api/reports/range?${rangeQuery(params)}`,
        body: null,
        result: report,
      }
    case 'drill':
      return {
        method: 'GET',
        path: `/api/reports/orders?${drillQuery(params)}`,
        body: null,
        result: drillPage,
      }
    case 'variance':
      return {
        method: 'GET',
        path: `/api/stock/variance${params.days === null ? '' : `?days=${params.days}`}`,
        body: null,
        result: variances,
      }
    case 'pairingCode':
      return { method: 'POST', path: '/api/pairing-codes', body: null, result: pairing }
    case 'saveDevice':
      return {
        method: 'PUT',
        path: `/api/devices/${encodeURIComponent(params.dev)}`,
        body: params.change,
        result: done,
      }
    case 'setAside':
      return {
        method: 'GET',
        path: `/api/quarantine?after=${params.after}&all=${params.all}`,
        body: null,
        result: setAside,
      }
    case 'settleAside':
      return { method: 'POST', path: `/api/quarantine/${params.id}/${params.how}`, body: null, result: done }
  }
}
