import type { Context } from '#domain/context.ts'
import type { Method } from '#domain/payment/payment.ts'
import type { Rejection } from '#domain/rejection.ts'
import { err, ok, type Result } from '#domain/result.ts'

/** What the store calls the method, empty for a plain one. [PAY12] */
export function methodName(
  { method, methodId = null }: { readonly method: Method; readonly methodId?: string | null },
  context: Pick<Context, 'method'>,
): Result<string, Rejection> {
  if (methodId === null && method !== 'other') return ok('')
  const known = context.method
  const fits = known !== null && known.id === methodId && known.active && known.kind === method
  return fits ? ok(known.name) : err({ code: 'unknown_method', rule: 'PAY12' })
}

/** The drawer session that cash goes to or comes from, null where the store keeps none; of other methods none. [PAY14] */
export function drawerFor(
  method: Method,
  context: Pick<Context, 'drawer' | 'settings'>,
): Result<string | null, Rejection> {
  if (method !== 'cash') return ok(null)
  const { drawer, settings } = context
  if (drawer !== null && drawer.shift.status === 'open') return ok(drawer.shift.id)
  return settings?.cashNeedsShift === true ? err({ code: 'no_open_shift', rule: 'PAY14' }) : ok(null)
}

/** Whose tip it is: the person named, else the waiter of the order; nobody's where there is none. [PAY10] */
export function tipOwner(
  tip: number,
  named: string | null,
  waiter: string,
  context: Pick<Context, 'person'>,
): Result<string | null, Rejection> {
  if (named !== null && context.person?.id !== named) return err({ code: 'unknown_person', rule: 'PAY10' })
  return ok(tip === 0 ? null : (named ?? waiter))
}
