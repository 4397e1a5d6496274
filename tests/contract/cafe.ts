import type { Command } from '#domain/command/command.ts'
import type { Draft } from '#domain/event/event.ts'
import type { EntityType } from '#domain/event/envelope.ts'
import { openDatabase, type Database } from '#database/open.ts'
import type { ConnectionSource } from '#database/connection.ts'
import { createReplica, type Replica, type ReplicaOptions } from '#sync/replica.ts'
import { runCommand } from '#sync/run-command.ts'

// A café small enough to reason about. No test framework and no platform: it also runs in a browser worker.
export const STORE = 'store-1'
/** Friday 20 November 2026, 12:00 UTC. */
export const NOON = Date.UTC(2026, 10, 20, 12)
export const WAITER = { id: 'ana', role: 'waiter' } as const
export const MANAGER = { id: 'rui', role: 'manager' } as const

export async function open(source: ConnectionSource): Promise<Database> {
  const opened = await openDatabase(source)
  if (!opened.ok) throw new Error(opened.error.code)
  return opened.value
}

/** A replica with a clock that stands at noon; each of its stamps still differs from the last. */
export function replicaOn(database: Database, dev: string, over: Partial<ReplicaOptions> = {}): Replica {
  return createReplica({ store: STORE, dev, database, clock: { wall: () => NOON, offset: () => 0 }, ...over })
}

export function record(type: EntityType, id: string, fields: { readonly [field: string]: unknown }): Draft {
  return { ent: { type, id }, event: { type: 'record_changed', payload: fields } }
}

/** One of every kind of record. */
const RECORDS: readonly Draft[] = [
  record('settings', 'settings', {
    name: 'Café Comanda',
    address: 'Rua da Prova 1',
    taxNumber: '500000000',
    currency: { code: 'EUR', exponent: 2 },
    zone: 'Europe/Lisbon',
    cutoverHour: 4,
    taxScope: 'rate',
    taxRounding: 'half_up',
    receiptPrinterId: 'printer-1',
    receiptFooter: 'Obrigado',
  }),
  record('tax', 'vat-23', { name: 'IVA 23%', ratePpm: 230_000, inclusive: true, active: true }),
  record('category', 'hot', { name: 'Hot drinks', position: 1, color: 'amber', active: true }),
  record('station', 'bar', { name: 'Bar', position: 1, active: true }),
  record('printer', 'printer-1', { name: 'Till', host: '10.0.0.9', port: 9_100, columns: 48, active: true }),
  record('area', 'inside', { name: 'Inside', position: 1, active: true }),
  record('table', 't1', { name: '1', areaId: 'inside', seats: 4, position: 1, active: true }),
  record('table', 't2', { name: '2', areaId: 'inside', seats: 2, position: 2, active: true }),
  record('user', 'ana', { name: 'Ana', role: 'waiter', pinHash: '$argon2id$…', active: true }),
  record('device', 'till', { name: 'Till', letter: 'A', kind: 'device', pairedAt: NOON, active: true }),
  record('device', 'phone', { name: 'Phone', letter: 'B', kind: 'device', pairedAt: NOON, active: true }),
  record('menu_item', 'tea', {
    name: 'Tea',
    categoryId: 'hot',
    stationId: 'bar',
    price: 250,
    taxIds: ['vat-23'],
    position: 1,
    picture: 'tea',
    available: true,
    active: true,
  }),
  record('ingredient', 'leaves', {
    name: 'Tea leaves',
    unit: 'g',
    packName: 'Tin',
    packSize: 500_000,
    packCost: 1_890,
    low: 250_000,
    par: 1_000_000,
    supplier: 'Gorreana',
    active: true,
  }),
]

/** Writes drafts as one action. */
export async function write(replica: Replica, txnId: string, drafts: readonly Draft[]): Promise<void> {
  const written = await replica.act({
    txnId,
    actor: 'server',
    decide: async () => ({ ok: true, value: drafts }),
  })
  if (!written.ok) throw new Error('assertion failed: drafts were refused')
}

export function seed(replica: Replica): Promise<void> {
  return write(replica, 'seed', RECORDS)
}

/** A replica with the café's records. */
export async function seeded(source: ConnectionSource, dev = 'till'): Promise<Replica> {
  const replica = replicaOn(await open(source), dev)
  await seed(replica)
  return replica
}

/** One command that must be accepted; its id is the `txnId`. */
export async function run(
  replica: Replica,
  id: string,
  command: Command,
  over: { readonly now?: number; readonly actor?: typeof WAITER | typeof MANAGER } = {},
): Promise<void> {
  const { now = NOON, actor = WAITER } = over
  const done = await runCommand(replica, { id, actor, command, now })
  if (!done.ok) throw new Error(`assertion failed: ${command.type} was refused: ${done.error.code}`)
}

export function openOrder(orderId: string, tableId: string | null = null): Command {
  return {
    type: 'open_order',
    orderId,
    service: tableId === null ? 'takeaway' : 'dine_in',
    tableId,
    covers: 2,
  }
}

export function addTea(orderId: string, itemId: string, qty = 1, note = ''): Command {
  return { type: 'add_item', orderId, itemId, menuItemId: 'tea', qty, note }
}

export function pay(
  orderId: string,
  paymentId: string,
  amount: number,
  method: 'cash' | 'card' = 'cash',
): Command {
  return { type: 'take_payment', orderId, paymentId, method, amount, tendered: amount }
}
