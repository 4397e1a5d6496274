import type { Day } from '#domain/day/day.ts'
import type { Item } from '#domain/item/item.ts'
import type { Order } from '#domain/order/order.ts'
import type { Payment } from '#domain/payment/payment.ts'
import type { Shift } from '#domain/shift/shift.ts'
import { readEntities, type Entity } from '#database/entities.ts'
import { readOrderGroups } from '#database/queries/history-refs.ts'
import type { Tx } from '#database/schema.ts'
import { letGo, readWritable, type Behind } from './let-go.ts'
import { datesOf, isSettled, shiftsOf, type Around, type OrderGroup } from './settled.ts'

/** What is the same for every group of a round. */
export type Round = Behind & Pick<Around, 'since' | 'booksSince' | 'urgent'>

/**
 * Lets go of an order with its lines, payments and the orders it was merged with: all of them, or none. `mayGo` is
 * asked of their dates in the same transaction. Resolves to whether they went.
 */
export async function letGoOfOrder(
  tx: Tx,
  store: string,
  orderId: string,
  round: Round,
  mayGo: (date: string) => boolean,
): Promise<boolean> {
  const refs = await readOrderGroups(tx, store, [orderId])
  const entities = await readWritable(tx, store, refs)
  if (entities === null) return false
  const group = groupOf(entities)
  const dates = datesOf(group)
  if (!dates.every(mayGo)) return false
  const around = {
    ...round,
    days: await readDays(tx, store, dates),
    keptShifts: await readKept(tx, store, group, round),
  }
  if (!isSettled(group, around) && round.sabotage?.pruneOpen !== true) return false
  return letGo(tx, store, refs, round)
}

function groupOf(entities: readonly Entity[]): OrderGroup {
  const of = (type: string): readonly unknown[] =>
    entities.filter((entity) => entity.type === type).map(({ state }) => state)
  return {
    orders: of('order') as readonly Order[],
    items: of('item') as readonly Item[],
    payments: of('payment') as readonly Payment[],
  }
}

async function readDays(tx: Tx, store: string, dates: readonly string[]): Promise<ReadonlyMap<string, Day>> {
  const found = await readEntities(
    tx,
    store,
    dates.map((id) => ({ type: 'day', id })),
  )
  return new Map([...found.values()].flatMap(({ id, state }) => (state === null ? [] : [[id, state as Day]])))
}

/** Of the drawers a group's money is in, those that are still open or of a date that stays. */
async function readKept(
  tx: Tx,
  store: string,
  group: OrderGroup,
  { since }: Pick<Round, 'since'>,
): Promise<ReadonlySet<string>> {
  const ids = [...new Set(shiftsOf(group))]
  const found = await readEntities(
    tx,
    store,
    ids.map((id) => ({ type: 'shift', id })),
  )
  const kept = [...found.values()].filter(({ state }) => {
    const shift = state as Shift | null
    return shift === null || shift.status === 'open' || shift.businessDate >= since
  })
  return new Set(kept.map(({ id }) => id))
}
