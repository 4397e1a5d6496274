import { z } from 'zod'
import type { RangeAnswer } from '#domain/report/range-view.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { Failure } from './messages.ts'
import type { ServerReportAction } from './messages/report-views.ts'
import { readSession } from './sessions.ts'
import type { DeviceStore } from './store.ts'

const loggedIn = z.object({ token: z.string() })
const refused = z.object({ code: z.string(), retryAfterS: z.number().optional() })
// The server's own, of this very program or a newer one: what is in it is drawn, never believed.
const answered = z.union([
  z.object({ kind: z.literal('whole'), view: z.record(z.string(), z.unknown()) }),
  z.object({ kind: z.literal('partial'), done: z.number(), of: z.number() }),
])

const PATIENCE_MS = 20_000

/** Asks the server for a range's report, as the person who is signed in here: a device alone reads none. [ACCESS2] */
export async function askServerReport(
  { identity, replica: { db, store } }: Pick<DeviceStore, 'identity' | 'replica'>,
  origin: string,
  { token, range, proof }: ServerReportAction['params'],
): Promise<ServerReportAction['result']> {
  const person = await readSession(db, store, token)
  if (person === null) return err({ code: 'session_ended' })
  const pass =
    'pass' in proof
      ? ok(proof.pass)
      : await passOf(origin, { store: identity.store, userId: person.id, pin: proof.pin })
  if (!pass.ok) return pass
  const asked = new URLSearchParams({ from: range.from, to: range.to })
  const answer = await askFor(`${origin}/api/reports/range?${asked.toString()}`, {
    headers: { authorization: `Bearer ${pass.value}` },
  })
  if (!answer.ok) return answer
  const known = answered.safeParse(answer.value)
  if (!known.success) return err({ code: 'server_failed' })
  return ok({ answer: known.data as unknown as RangeAnswer, pass: pass.value })
}

async function passOf(
  origin: string,
  login: { readonly store: string; readonly userId: string; readonly pin: string },
): Promise<Result<string, Failure>> {
  const answer = await askFor(`${origin}/api/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(login),
  })
  if (!answer.ok) return answer
  const known = loggedIn.safeParse(answer.value)
  return known.success ? ok(known.data.token) : err({ code: 'server_failed' })
}

async function askFor(url: string, init: RequestInit): Promise<Result<unknown, Failure>> {
  let response: Response
  try {
    response = await fetch(url, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) })
  } catch {
    return err({ code: 'server_unreachable' })
  }
  const body: unknown = await response.json().catch(() => null)
  if (response.ok) return ok(body)
  const refusal = refused.safeParse(body)
  if (!refusal.success) return err({ code: 'server_failed' })
  const { code, retryAfterS } = refusal.data
  return err(retryAfterS === undefined ? { code } : { code, retryAfterS })
}
