import type { Command } from '#domain/command/command.ts'
import type { RunningServer } from '#server/start.ts'
import { record } from '#server/store.ts'
import { createReplica } from '#sync/replica.ts'
import { runCommand } from '#sync/run-command.ts'
import { copy, openAt } from '../bench/copies.ts'

const DAY_MS = 24 * 3_600_000
const TILL = 'dev-past-till'
const WAITER: Person = { id: 'user-marta', role: 'waiter' }
const OWNER: Person = { id: 'user-joaquim', role: 'owner' }
const COUNTED = 'ingredient-avocado'

type Person = Parameters<typeof runCommand>[1]['actor']

/** A cola by card, so many days ago. */
export interface PastSale {
  readonly orderId: string
  readonly daysAgo: number
}

/**
 * Gives a running demo café a past: real orders of a till that is no more, made by its commands, the oldest first. Before
 * and after them somebody counted the avocados, and one was missing.
 */
export async function sellBefore(server: RunningServer, sales: readonly PastSale[]): Promise<void> {
  const { replica: hub } = server.hub
  const memory = await openAt(':memory:')
  const noon = Math.floor(Date.now() / DAY_MS) * DAY_MS + DAY_MS / 2
  let now = noon
  const clock = { wall: () => now, offset: () => 0 }
  const till = createReplica({ store: hub.store, dev: TILL, database: memory, clock })
  await copy(hub, till)
  const named = { name: 'Old till', letter: 'Q', kind: 'device', pairedAt: now, active: true }
  await record(till, [
    { ent: { type: 'device', id: TILL }, event: { type: 'record_changed', payload: named } },
  ])
  const run = async (command: Command, actor: Person = WAITER): Promise<void> => {
    const done = await runCommand(till, { id: crypto.randomUUID(), actor, command, now })
    if (!done.ok) throw new Error(`assertion failed: ${command.type} was refused: ${done.error.code}`)
  }
  const count = (stockId: string, qty: number): Promise<void> =>
    run({ type: 'count_stock', stockId, note: '', lines: [{ ingredientId: COUNTED, qty }] }, OWNER)
  now = noon - (sales[0]?.daysAgo ?? 0) * DAY_MS
  await count('first-count', 40_000)
  for (const { orderId, daysAgo } of sales) {
    now = noon - daysAgo * DAY_MS
    await run({ type: 'open_order', orderId, service: 'takeaway', tableId: null, covers: 1 })
    await run({
      type: 'add_item',
      orderId,
      itemId: `${orderId}-i`,
      menuItemId: 'menu-cola',
      qty: 1,
      note: '',
    })
    await run({ type: 'send_order', orderId })
    const paid = { paymentId: `${orderId}-p`, method: 'card', amount: 250, tendered: 250 } as const
    await run({ type: 'take_payment', orderId, ...paid })
  }
  await count('last-count', 39_000)
  await copy(till, hub)
  await memory.close()
}
