import type { Command } from '#domain/command/command.ts'
import type { Context, Known } from '#domain/context.ts'
import { decide } from '#domain/decide/decide.ts'
import type { Decision } from '#domain/decide/reject.ts'
import type { Draft } from '#domain/event/event.ts'
import { foldEntity, type EntityState } from '#domain/event/fold.ts'
import type { Item } from '#domain/item/item.ts'
import type { MenuItem } from '#domain/menu/menu.ts'
import { minor } from '#domain/money/money.ts'
import type { Bill } from '#domain/order/bill.ts'
import { mergeGroups, rootOf } from '#domain/order/merge-group.ts'
import type { Order } from '#domain/order/order.ts'
import type { Payment } from '#domain/payment/payment.ts'
import type { Settings } from '#domain/store/settings.ts'
import { CHARGE_RULES } from './charge-rules.ts'
import { MENU, NOON, SETTINGS, TEA, VAT_23 } from './facts.ts'
import { as, contextOf } from './given.ts'
import { drawerOf } from './payment-facts.ts'

/** A store where everything happens: taxes inside and on top, charges of every kind, small coins gone. */
const BUSY: Settings = {
  ...SETTINGS,
  cashRounding: { increment: minor(5), mode: 'half_up' },
  charges: Object.values(CHARGE_RULES),
}

const TAXES = [
  { ...VAT_23, active: true },
  { id: 'top', name: 'Sales tax', ratePpm: 88_750, inclusive: false, active: true },
  { id: 'bag', name: 'Bag', ratePpm: 0, inclusive: false, perPiece: minor(7), active: true },
]

export const DISHES: readonly Known<MenuItem>[] = [
  TEA,
  {
    ...TEA,
    id: 'cake',
    name: 'Cake',
    price: minor(333),
    taxIds: ['top'],
    taxIdsByService: { takeaway: ['top', 'bag'] },
  },
  { ...TEA, id: 'soup', name: 'Soup', price: minor(719), taxIds: ['vat-23', 'bag'] },
  { ...TEA, id: 'bread', name: 'Bread', price: minor(0), taxIds: [] },
]

/** An action as a device wrote it down: its place among all actions of all devices, and what happened. */
export interface Action {
  readonly at: number
  readonly drafts: readonly Draft[]
}

/** One device that knows the actions it did itself and those that reached it. */
export interface Till {
  readonly actions: () => readonly Action[]
  /** Decides at the place `at`; what was decided happened. */
  readonly run: (command: Command, at: number) => Decision
  readonly learn: (actions: readonly Action[]) => void
  readonly bill: (orderId: string) => Bill | null
  /** Every order that counts by itself, with all that hangs on it. */
  readonly bills: () => readonly Bill[]
  readonly states: () => ReadonlyMap<string, EntityState>
}

export function newTill(): Till {
  let actions: readonly Action[] = []
  let states = new Map<string, EntityState>()

  function apply({ drafts }: Action): void {
    for (const { ent, event } of drafts) {
      const key = `${ent.type} ${ent.id}`
      const state = foldEntity(ent.type, ent.id, states.get(key) ?? null, event)
      if (state !== null) states.set(key, frozen(state))
    }
  }

  function all(type: string): readonly unknown[] {
    return [...states].filter(([key]) => key.startsWith(`${type} `)).map(([, state]) => state)
  }

  function bills(): readonly Bill[] {
    return mergeGroups(all('order') as readonly Order[]).map(({ root, merged }) => billWith(root, merged))
  }

  function billWith(order: Order, merged: readonly Order[]): Bill {
    const ids = new Set([order, ...merged].map(({ id }) => id))
    return {
      order,
      merged,
      items: (all('item') as readonly Item[]).filter(({ orderId }) => ids.has(orderId)),
      payments: (all('payment') as readonly Payment[]).filter(({ orderId }) => ids.has(orderId)),
    }
  }

  function bill(orderId: string): Bill | null {
    const root = bills().find(({ order }) => order.id === orderId)
    const own = (all('order') as readonly Order[]).find(({ id }) => id === orderId)
    return root ?? (own === undefined ? null : billWith(own, []))
  }

  function otherOf(command: Command, orderId: string): Bill | null {
    if (command.type === 'merge_orders') return bill(command.into)
    if (command.type === 'move_items') return bill(command.to)
    const root = rootOf(
      orderId,
      new Map((all('order') as readonly Order[]).map((order) => [order.id, order])),
    )
    return root === orderId ? null : bill(root)
  }

  function contextFor(command: Command, at: number): Context {
    const orderId = 'orderId' in command ? command.orderId : ''
    return contextAt(at, command, { bill: bill(orderId), otherBill: otherOf(command, orderId) })
  }

  return {
    actions: () => actions,
    run: (command, at) => {
      const decision = decide(command, contextFor(command, at))
      if (!decision.ok || decision.value.length === 0) return decision
      const action = { at, drafts: decision.value }
      actions = [...actions, action]
      apply(action)
      return decision
    },
    learn: (more) => {
      const known = new Map([...actions, ...more].map((action) => [action.at, action]))
      actions = [...known.values()].sort((a, b) => a.at - b.at)
      states = new Map()
      actions.forEach(apply)
    },
    bill,
    bills,
    states: () => states,
  }
}

/** A manager in the busy store; a second passes with every action. */
function contextAt(at: number, command: Command, bills: Pick<Context, 'bill' | 'otherBill'>): Context {
  return contextOf({
    ...as('manager'),
    ...bills,
    commandId: `c${at}`,
    now: NOON + at * 1_000,
    settings: BUSY,
    menu: {
      ...MENU,
      item: DISHES.find(({ id }) => command.type === 'add_item' && id === command.menuItemId) ?? null,
      parts: DISHES,
      taxes: TAXES,
    },
    nextNumber: `A-${at}`,
    person: { id: 'eva', role: 'waiter' },
    drawer: drawerOf('s1'),
  })
}

/** Whoever changes what they were given is found out at once. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.values(Object.freeze(value)).forEach(frozen)
  }
  return value
}
