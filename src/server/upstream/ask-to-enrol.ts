import { z } from 'zod'
import { err, ok, type Result } from '#domain/result.ts'
import { enrolReplySchema, type enrolRequestSchema } from '#server/http/enrol-routes.ts'

const TIMEOUT_MS = 10_000
const refused = z.object({ code: z.string() })

export type EnrolReply = z.infer<typeof enrolReplySchema>

/** Asks the cloud to take this hub in. `server_unreachable`: no answer, or none of a cloud of ours. */
export async function askToEnrol(
  url: string,
  request: z.infer<typeof enrolRequestSchema>,
): Promise<Result<EnrolReply, string>> {
  try {
    const response = await fetch(`${url}/api/enrol`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const body: unknown = await response.json()
    if (response.ok) return ok(enrolReplySchema.parse(body))
    const refusal = refused.safeParse(body)
    return err(refusal.success && response.status < 500 ? refusal.data.code : 'server_unreachable')
  } catch {
    return err('server_unreachable')
  }
}
