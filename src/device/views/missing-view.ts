import { businessDate } from '#domain/day/business-date.ts'
import { isSellAnyway } from '#domain/menu/menu-shape.ts'
import { readSettings } from '#database/queries/records.ts'
import { readLackingDishes, readLastSupplies } from '#database/queries/used-up.ts'
import type { DeviceStore } from '#device/store.ts'

export interface MissingDish {
  readonly id: string
  readonly name: string
  /** The ingredient it lacks. */
  readonly missing: string
}

/**
 * What is 86 because its ingredients are used up, as far as this device knows; nothing where the store does not want
 * that, or the device holds only a part of what moved. [STOCK10] [STOCK11]
 */
export async function readMissing({
  replica: { db, store },
  history,
  now,
}: Pick<DeviceStore, 'replica' | 'history' | 'now'>): Promise<readonly MissingDish[]> {
  const settings = await readSettings(db, store)
  if (settings?.outByStock !== true || !history.holdsStock()) return []
  const lacking = await readLackingDishes(db, store)
  const dayOf = (at: number): string => businessDate(at, settings.zone, settings.cutoverHour)
  const today = dayOf(now())
  const saidAt = ({ dish }: (typeof lacking)[number]): number | null => {
    const { sellAnyway } = dish
    if (!isSellAnyway(sellAnyway) || sellAnyway === null || sellAnyway === undefined) return null
    return dayOf(sellAnyway.at) === today ? sellAnyway.at : null
  }
  const doubted = lacking.filter((one) => saidAt(one) !== null)
  const supplies = await readLastSupplies(db, store, [
    ...new Set(doubted.flatMap(({ lacked }) => lacked.map(({ id }) => id))),
  ])
  return lacking.flatMap((one) => {
    const at = saidAt(one)
    const missing = one.lacked.find(({ id }) => at === null || (supplies.get(id) ?? 0) > at)
    return missing === undefined ? [] : [{ id: one.dish.id, name: one.dish.name, missing: missing.name }]
  })
}
