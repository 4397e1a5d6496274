import { expect } from 'vitest'
import type { Command } from '#domain/command/command.ts'
import type { Context } from '#domain/context.ts'
import { decide } from '#domain/decide/decide.ts'
import type { Draft } from '#domain/event/event.ts'
import type { Bill } from '#domain/order/bill.ts'
import { rootOf } from '#domain/order/merge-group.ts'
import type { RejectionCode } from '#domain/rejection.ts'
import type { Role } from '#domain/staff/permissions.ts'
import { rightsOf } from '#domain/staff/rights.ts'
import { billOf, ordersOf } from './bills.ts'
import { MENU, NOON, SETTINGS, TABLE } from './facts.ts'

/** What a command came to: exactly these events, or exactly this refusal. */
interface Outcome {
  thenEvents(...expected: readonly Draft[]): void
  /** Events, given as what they must at least say. */
  thenLike(...expected: readonly unknown[]): void
  thenRefused(code: RejectionCode, rule: string): void
}

interface Given {
  /** The bill of `o1`. */
  readonly bill: Bill | null
  when(command: Command, over?: Partial<Context>): Outcome
}

/** Given these facts, when a command is given, then those events follow, or that refusal. */
export function given(...facts: readonly Draft[]): Given {
  return {
    bill: billOf(facts),
    when: (command, over = {}) => {
      const decision = decide(command, contextOf({ ...billsFor(command, facts), ...over }))
      return {
        thenEvents: (...expected) => expect(decision).toEqual({ ok: true, value: expected }),
        thenLike: (...expected) => expect(decision).toMatchObject({ ok: true, value: expected }),
        thenRefused: (code, rule) => expect(decision).toMatchObject({ ok: false, error: { code, rule } }),
      }
    },
  }
}

/** The bills a device looks up for a command: its order, and the other one of a move or merge. */
function billsFor(command: Command, facts: readonly Draft[]): Pick<Context, 'bill' | 'otherBill'> {
  if (!('orderId' in command)) return { bill: null, otherBill: null }
  const bill = billOf(facts, command.orderId)
  return { bill, otherBill: billOf(facts, otherId(command, facts)) }
}

function otherId(command: Command & { readonly orderId: string }, facts: readonly Draft[]): string {
  if (command.type === 'move_items') return command.to
  if (command.type === 'merge_orders') return command.into
  const orders = new Map(ordersOf(facts).map((order) => [order.id, order]))
  const root = rootOf(command.orderId, orders)
  return root === command.orderId ? '' : root
}

/** A person of one of the built-in roles, with all their rights. */
export function as(role: Role, id = role === 'waiter' ? 'ana' : 'rui'): Pick<Context, 'actor'> {
  return { actor: { id, role, rights: rightsOf(role) } }
}

/** A waiter at noon in a café that is ready to sell. */
export function contextOf(over: Partial<Context> = {}): Context {
  return {
    ...as('waiter'),
    commandId: 'c1',
    approval: null,
    now: NOON,
    settings: SETTINGS,
    bill: null,
    otherBill: null,
    menu: MENU,
    table: TABLE,
    tableOrderId: null,
    nextNumber: 'A-001',
    person: null,
    method: null,
    drawer: null,
    checkOut: null,
    day: null,
    saleInZ: false,
    lateDays: [],
    stock: { dishes: [], groups: [], ingredients: [], document: null },
    ...over,
  }
}
