import { canonicalJson } from '#domain/event/canonical.ts'
import type { Envelope } from '#domain/event/envelope.ts'
import { countDaysOf } from '#database/queries/days.ts'
import { countNumbers } from '#database/queries/orders.ts'
import type { Tx } from '#database/schema.ts'
import { orderNumber } from './facts/order-facts.ts'

/**
 * Gives orders and Zs numbers of their device's new letter, one after the other: the old letter's are given out by the
 * device's copy as well. [FORK4]
 */
export function createRenumbering(
  tx: Tx,
  store: string,
  letter: string,
): (event: Envelope) => Promise<string> {
  const given = new Map<string, number>()

  async function next(series: string, count: () => Promise<number>): Promise<number> {
    const number = (given.get(series) ?? (await count())) + 1
    given.set(series, number)
    return number
  }

  return async ({ type, payload }) => {
    if (type !== 'order_opened' && type !== 'day_closed') return payload
    const told = JSON.parse(payload) as { readonly businessDate: string }
    const date = told.businessDate
    const number =
      type === 'order_opened'
        ? orderNumber(letter, await next(date, () => countNumbers(tx, store, date, letter)))
        : `${letter}-Z${await next('Z', () => countDaysOf(tx, store, letter))}`
    return canonicalJson({ ...told, number })
  }
}
