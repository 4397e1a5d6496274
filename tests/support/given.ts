import { expect } from 'vitest'
import type { Command } from '#domain/command.ts'
import type { Context } from '#domain/context.ts'
import { decide } from '#domain/decide/decide.ts'
import type { Draft } from '#domain/event/event.ts'
import { foldEntity, type EntityState } from '#domain/event/fold.ts'
import type { Item } from '#domain/item/item.ts'
import type { Bill } from '#domain/order/bill.ts'
import type { Order } from '#domain/order/order.ts'
import type { Payment } from '#domain/payment/payment.ts'
import type { RejectionCode } from '#domain/rejection.ts'
import { NOON, SETTINGS, TABLE, TEA, VAT_23 } from './facts.ts'

/** What a command came to: exactly these events, or exactly this refusal. */
interface Outcome {
  thenEvents(...expected: readonly Draft[]): void
  /** Events, given as what they must at least say. */
  thenLike(...expected: readonly unknown[]): void
  thenRefused(code: RejectionCode, rule: string): void
}

interface Given {
  readonly bill: Bill | null
  when(command: Command, over?: Partial<Context>): Outcome
}

/** Given these facts of one order, when a command is given, then those events follow, or that refusal. */
export function given(...facts: readonly Draft[]): Given {
  const bill = billOf(facts)
  return {
    bill,
    when: (command, over = {}) => {
      const decision = decide(command, contextOf({ bill, ...over }))
      return {
        thenEvents: (...expected) => expect(decision).toEqual({ ok: true, value: expected }),
        thenLike: (...expected) => expect(decision).toMatchObject({ ok: true, value: expected }),
        thenRefused: (code, rule) => expect(decision).toEqual({ ok: false, error: { code, rule } }),
      }
    },
  }
}

/** A waiter at noon in a café that is ready to sell. */
export function contextOf(over: Partial<Context> = {}): Context {
  return {
    actor: { id: 'ana', role: 'waiter' },
    now: NOON,
    settings: SETTINGS,
    bill: null,
    menuItem: TEA,
    taxes: [{ ...VAT_23, active: true }],
    table: TABLE,
    tableOrderId: null,
    nextNumber: 'A-001',
    ...over,
  }
}

/** The bill that facts fold to, in the order given; null without an opened order. */
export function billOf(facts: readonly Draft[]): Bill | null {
  const states = new Map<string, { readonly type: string; readonly state: EntityState | null }>()
  for (const { ent, event } of facts) {
    const key = `${ent.type} ${ent.id}`
    const before = states.get(key)?.state ?? null
    states.set(key, { type: ent.type, state: foldEntity(ent.type, ent.id, before, event) })
  }
  const all = [...states.values()].filter(({ state }) => state !== null)
  const order = all.find(({ type }) => type === 'order')?.state
  if (order === undefined) return null
  return {
    order: order as Order,
    items: all.filter(({ type }) => type === 'item').map(({ state }) => state as Item),
    payments: all.filter(({ type }) => type === 'payment').map(({ state }) => state as Payment),
  }
}

/** The same, where the test knows that the order is there. */
export function openBillOf(...facts: readonly Draft[]): Bill {
  const bill = billOf(facts)
  if (bill === null) throw new Error('assertion failed: these facts open no order')
  return bill
}
