import { z } from 'zod'
import { err, ok, type Result } from '#domain/result.ts'
import type { TestPrint } from '#spool/test-print.ts'
import { PRINT_STATES, type SettlePrint } from '#device/messages/print-views.ts'
import type { Failure } from '#device/messages.ts'

/** A queue in the words of the wire. */
export const queueSchema = z.object({
  jobs: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      orderId: z.string(),
      title: z.string(),
      printerId: z.string(),
      printer: z.string(),
      state: z.enum(PRINT_STATES),
      reason: z.string().nullable(),
      copy: z.number(),
      attempts: z.number(),
      askedAt: z.number(),
      askedBy: z.string(),
    }),
  ),
  printers: z.array(z.object({ id: z.string(), name: z.string() })),
})
const refused = z.object({ code: z.string() })

/** How long the server may take to say what is in its queue. */
const PATIENCE_MS = 5_000

/** A queue as it is, wherever. */
export type ReadQueue = z.infer<typeof queueSchema>

/** The print queue of the server at `origin`. */
export interface QueueApi {
  /** Null: it does not answer. */
  read(): Promise<ReadQueue | null>
  settle(settling: Omit<SettlePrint, 'token'>, by: string): Promise<Result<null, Failure>>
  test(asked: TestPrint): Promise<Result<null, Failure>>
}

export function queueApi(origin: string, token: string): QueueApi {
  const authorization = `Bearer ${token}`
  return {
    async read() {
      try {
        const signal = AbortSignal.timeout(PATIENCE_MS)
        const response = await fetch(`${origin}/api/print-jobs`, { headers: { authorization }, signal })
        return queueSchema.parse(await response.json())
      } catch {
        return null
      }
    },
    settle: ({ jobId, what, printerId, why }, by) =>
      post('/api/print-jobs/settle', { jobId, what, printerId, why, by }),
    test: ({ id, printerId, by }) => post('/api/print-jobs/test', { id, printerId, by }),
  }

  async function post(path: string, body: object): Promise<Result<null, Failure>> {
    let response: Response
    try {
      response = await fetch(`${origin}${path}`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
    } catch {
      return err({ code: 'server_unreachable' })
    }
    if (response.ok) return ok(null)
    const refusal = refused.safeParse(await response.json().catch(() => null))
    return err({ code: refusal.success ? refusal.data.code : 'server_failed' })
  }
}
