import { z } from 'zod'
import { err, type Result } from '#domain/result.ts'
import type { Actions, Failure } from './messages.ts'

type Params = Actions['found']['params']

const founded = z.object({ code: z.string() })
const refused = z.object({ code: z.string() })
const TIMEOUT_MS = 20_000

/** Has the server set the restaurant up, then adds this device with the code that it answers. [SETUP1] */
export async function foundAndPair(
  origin: string,
  { deviceName, ...asked }: Params,
  pair: (params: Actions['pair']['params']) => Promise<Result<null, Failure>>,
): Promise<Result<null, Failure>> {
  const { founding, ...rest } = asked
  let response: Response
  try {
    response = await fetch(`${origin}/api/setup`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...rest, ...founding }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
  } catch {
    return err({ code: 'server_unreachable' })
  }
  const body: unknown = await response.json().catch(() => null)
  const answer = founded.safeParse(body)
  if (response.ok && answer.success) return pair({ code: answer.data.code, name: deviceName, again: false })
  const refusal = refused.safeParse(body)
  return err({ code: refusal.success ? refusal.data.code : 'server_failed' })
}
