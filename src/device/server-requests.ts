import { z } from 'zod'
import type { ServerAsk } from './messages/office-views.ts'

interface ServerRequest {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  readonly body: object | null
  /** What the server must answer, as screens are told it. */
  readonly result: z.ZodType
}

const done = z.object({ ok: z.literal(true) }).transform(() => null)

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
  }
}
