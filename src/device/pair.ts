import { z } from 'zod'
import { err, ok, type Result } from '#domain/result.ts'
import type { Failure } from './messages.ts'

const paired = z.object({
  store: z.string(),
  storeName: z.string(),
  letter: z.string(),
  token: z.string(),
  server: z.string(),
  /** Whether this store's devices encrypt what they keep. */
  encrypt: z.boolean().default(false),
})
const refused = z.object({ code: z.string() })

/** Asks the server to take this device in. */
export async function askToPair(
  origin: string,
  request: { readonly dev: string; readonly name: string; readonly code: string | null },
): Promise<Result<z.infer<typeof paired>, Failure>> {
  let response: Response
  try {
    response = await fetch(`${origin}/api/pair`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
    })
  } catch {
    return err({ code: 'server_unreachable' })
  }
  const body: unknown = await response.json().catch(() => null)
  const answer = paired.safeParse(body)
  if (response.ok && answer.success) return ok(answer.data)
  const refusal = refused.safeParse(body)
  return err({ code: refusal.success ? refusal.data.code : 'server_failed' })
}
