import { canonicalJson } from '#domain/event/canonical.ts'
import type { Envelope } from '#domain/event/envelope.ts'
import { readLastZOf } from '#database/queries/days.ts'
import { countNumbers } from '#database/queries/orders.ts'
import type { Tx } from '#database/schema.ts'
import { orderNumber } from './facts/order-facts.ts'

/**
 * Gives orders, Zs and addenda numbers of their device's new letter, one after the other: the old letter's are given out by the
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

  /** Zs by the number they had: an addendum is numbered under its Z. */
  const renamed = new Map<string, string>()

  async function addendumNumber(old: string): Promise<string> {
    const [z = '', counter = ''] = old.split('+')
    // Written by the old letter, so that none of the new one is there yet.
    const series = `${renamed.get(z) ?? z}+${letter}`
    return counter === '' ? old : `${series}${await next(series, async () => 0)}`
  }

  async function newNumber(type: string, { number, businessDate: date }: Numbered): Promise<string> {
    if (type === 'order_opened')
      return orderNumber(letter, await next(date, () => countNumbers(tx, store, date, letter)))
    if (type === 'day_addended') return addendumNumber(number)
    const z = `${letter}-Z${await next('Z', () => readLastZOf(tx, store, letter))}`
    renamed.set(number, z)
    return z
  }

  return async ({ type, payload }) => {
    if (!NUMBERED.has(type)) return payload
    const told = JSON.parse(payload) as Numbered
    return canonicalJson({ ...told, number: await newNumber(type, told) })
  }
}

const NUMBERED: ReadonlySet<string> = new Set(['order_opened', 'day_closed', 'day_addended'])

interface Numbered {
  readonly number: string
  readonly businessDate: string
}
