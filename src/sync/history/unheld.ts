import type { Day } from '#domain/day/day.ts'
import type { Envelope } from '#domain/event/envelope.ts'
import { orderNamedBy } from '#domain/event/order-named.ts'
import { isRecordType } from '#domain/record/record.ts'
import { entityKey, readEntities, readEntitiesOf, type Entity } from '#database/entities.ts'
import type { Ref } from '#database/queries/day-rows.ts'
import { readMissingOrders, readUnopened } from '#database/queries/history-refs.ts'
import type { Db } from '#database/schema.ts'

/**
 * The entities that events just taken in belong to and that are not held here: of an order that was left out, say,
 * because it was closed weeks ago, and is refunded today. [SNAP5]
 */
export async function unheldOf(db: Db, store: string, events: readonly Envelope[]): Promise<readonly Ref[]> {
  const own = events
    .filter(({ entType }) => !isRecordType(entType))
    .map(({ entType: type, entId: id }) => ({ type, id }))
  const orders = events.flatMap(orderNamedBy).map((id) => ({ type: 'order', id }))
  const refs = new Map([...own, ...orders].map((ref) => [entityKey(ref.type, ref.id), ref]))
  const known = await readEntities(db, store, [...refs.values()])
  return [...refs].filter(([key]) => !isHeld(known.get(key))).map(([, ref]) => ref)
}

/** The same of everything here, for a replica that was just opened. */
export async function allUnheld(db: Db, store: string): Promise<readonly Ref[]> {
  const days = (await readEntitiesOf(db, store, 'day')).filter((day) => !isHeld(day))
  return [...(await readUnopened(db, store)), ...(await readMissingOrders(db, store)), ...days].map(
    ({ type, id }) => ({ type, id }),
  )
}

function isHeld(entity: Entity | undefined): boolean {
  if (entity === undefined || entity.state === null) return false
  // What was written after its Z may be all there is of a day.
  return entity.type !== 'day' || (entity.state as Day).closed !== null
}
