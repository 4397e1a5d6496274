import { z } from 'zod'
import type { Person } from '#auth/login.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { requestFor } from './server-requests.ts'
import type { Failure } from './messages.ts'
import type { ServerAsk } from './messages/office-views.ts'

/** What a person has the store's server do: it wants to know by itself who they are. */
export interface ServerDesk {
  ask(who: ServerCaller, pin: string | null, ask: ServerAsk): Promise<Result<unknown, Failure>>
}

export interface ServerCaller {
  readonly store: string
  readonly person: Person
  /** The session on this device: each shows its PIN by itself. */
  readonly session: string
}

const TIMEOUT_MS = 10_000
/** The server's token is good for ten minutes; a slow request must still find it so. */
const TOKEN_MS = 9 * 60_000

const signedIn = z.object({ token: z.string() })
const refused = z.object({ code: z.string(), retryAfterS: z.number().optional() })

interface Kept {
  readonly token: string
  readonly userId: string
  readonly until: number
}

/**
 * The device's own word is not enough where people and devices are changed: whoever asks types their PIN once, the
 * server gives them a token of ten minutes, and it is kept in memory alone. [STAFF1]
 */
export function createServerDesk(origin: string, now: () => number): ServerDesk {
  const tokens = new Map<string, Kept>()

  async function tokenOf(who: ServerCaller, pin: string | null): Promise<Result<string, Failure>> {
    const kept = tokens.get(who.session)
    if (kept !== undefined && kept.until > now() && kept.userId === who.person.id) return ok(kept.token)
    if (pin === null) return err({ code: 'server_pin_needed' })
    const body = { store: who.store, userId: who.person.id, pin }
    const answer = await send(`${origin}/api/login`, { method: 'POST', body, token: null })
    if (!answer.ok) return answer
    const parsed = signedIn.safeParse(answer.value)
    if (!parsed.success) return err({ code: 'server_failed' })
    tokens.set(who.session, { token: parsed.data.token, userId: who.person.id, until: now() + TOKEN_MS })
    return ok(parsed.data.token)
  }

  return {
    async ask(who, pin, ask) {
      const token = await tokenOf(who, pin)
      if (!token.ok) return token
      const { path, method, body, result } = requestFor(ask)
      const answer = await send(`${origin}${path}`, { method, body, token: token.value })
      if (!answer.ok) {
        if (answer.error.code !== 'not_signed_in') return answer
        tokens.delete(who.session)
        return err({ code: 'server_pin_needed' })
      }
      const parsed = result.safeParse(answer.value)
      return parsed.success ? ok(parsed.data) : err({ code: 'server_failed' })
    },
  }
}

interface Sent {
  readonly method: string
  readonly body: object | null
  readonly token: string | null
}

async function send(url: string, { method, body, token }: Sent): Promise<Result<unknown, Failure>> {
  let response: Response
  try {
    response = await fetch(url, {
      method,
      headers: {
        ...(body === null ? {} : { 'content-type': 'application/json' }),
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      body: body === null ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
  } catch {
    return err({ code: 'server_unreachable' })
  }
  const answer: unknown = await response.json().catch(() => null)
  if (response.ok) return ok(answer)
  const refusal = refused.safeParse(answer)
  if (!refusal.success) return err({ code: 'server_failed' })
  const { code, retryAfterS } = refusal.data
  return err({ code, ...(retryAfterS === undefined ? {} : { retryAfterS }) })
}
