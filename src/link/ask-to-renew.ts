import { z } from 'zod'

const renewed = z.object({ letter: z.string(), token: z.string() })

const TIMEOUT_MS = 10_000

/** What a device goes on with under its new id. */
export type RenewedIdentity = z.infer<typeof renewed>

/** Asks a server to take whoever has `token` in under another id, too; null: no answer, or no. [PAIR5] */
export async function askToRenew(
  origin: string,
  token: string,
  dev: string,
): Promise<RenewedIdentity | null> {
  try {
    const response = await fetch(`${origin}/api/devices/renew`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ dev }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    return response.ok ? renewed.parse(await response.json()) : null
  } catch {
    // No answer: it is asked again with a later exchange, and selling goes on meanwhile.
    return null
  }
}
