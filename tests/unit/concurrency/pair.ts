import type { Command } from '#domain/command/command.ts'
import { decide } from '#domain/decide/decide.ts'
import { canonicalJson } from '#domain/event/canonical.ts'
import type { Draft } from '#domain/event/event.ts'
import { foldEntity, type EntityState } from '#domain/event/fold.ts'
import { billTotals, type Bill } from '#domain/order/bill.ts'
import { billOf } from '../../support/bills.ts'
import { NOON } from '../../support/facts.ts'
import { as, contextOf } from '../../support/given.ts'
import { withAmount, type OrderAction } from './actions.ts'

/** The states of everything there is, by type and id, as every replica folds them. */
export type World = ReadonlyMap<string, EntityState | null>

/** What one device decides on the start, or null where the action makes no sense there. */
export function decided(
  start: readonly Draft[],
  action: OrderAction,
  by: 'a' | 'b',
): readonly Draft[] | null {
  const bill = billOf(start, 'o1')
  if (bill === null) return null
  const command: Command = withAmount(action.command(by), billTotals(bill).balance)
  const decision = decide(
    command,
    contextOf({
      ...as('owner', `boss-${by}`),
      commandId: `c-${by}`,
      now: NOON + (by === 'a' ? 1_000 : 2_000),
      bill,
      otherBill: billOf(start, 'o2'),
      ...action.facts?.(by),
    }),
  )
  return decision.ok && decision.value.length > 0 ? decision.value : null
}

export function worldOf(facts: readonly Draft[]): World {
  const world = new Map<string, EntityState | null>()
  for (const { ent, event } of facts) {
    const key = `${ent.type} ${ent.id}`
    world.set(key, foldEntity(ent.type, ent.id, world.get(key) ?? null, event))
  }
  return world
}

export function sameWorld(a: World, b: World): boolean {
  return textOf(a) === textOf(b)
}

function textOf(world: World): string {
  return canonicalJson([...world].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The bills that matter in a pair: the order's own, and the one it may have been merged into or moved to. */
export function billsOf(facts: readonly Draft[]): readonly Bill[] {
  return ['o1', 'o2'].flatMap((id) => billOf(facts, id) ?? [])
}
