import type { Command } from '#domain/command.ts'
import type { Context } from '#domain/context.ts'
import { businessDate } from '#domain/day/business-date.ts'
import { decide } from '#domain/decide/decide.ts'
import type { Envelope } from '#domain/event/envelope.ts'
import type { Draft } from '#domain/event/event.ts'
import type { Rejection } from '#domain/rejection.ts'
import { err, type Result } from '#domain/result.ts'
import type { Role } from '#domain/staff/permissions.ts'
import { readBill } from '#database/queries/bill.ts'
import { countNumbers, readTableOrderId } from '#database/queries/orders.ts'
import { readRecord, readRecords, readSettings } from '#database/queries/records.ts'
import type { Tx } from '#database/schema.ts'
import type { Replica } from './replica.ts'

export interface Actor {
  readonly id: string
  readonly role: Role
}

/** What a person asked for, by whom and when. `id` makes asking twice the same as asking once. */
export interface CommandRequest {
  readonly id: string
  readonly actor: Actor
  readonly command: Command
  /** Corrected time in milliseconds since 1970. */
  readonly now: number
}

/** Reads what the decision needs, decides and writes, in one transaction. */
export function runCommand(
  replica: Replica,
  request: CommandRequest,
): Promise<Result<readonly Envelope[], Rejection>> {
  return replica.act({
    txnId: request.id,
    actor: request.actor.id,
    decide: (tx) => decideWith(tx, replica, request),
  })
}

async function decideWith(
  tx: Tx,
  replica: Replica,
  { command, actor, now }: CommandRequest,
): Promise<Result<readonly Draft[], Rejection>> {
  const { store } = replica
  const bill = 'orderId' in command ? await readBill(tx, store, command.orderId) : null
  if (bill?.readOnly === true) return err({ code: 'order_read_only', rule: 'SYNC5' })
  const base = { actor, now, settings: await readSettings(tx, store), bill }
  return decide(command, { ...base, ...(await readFacts(tx, replica, command, base)) })
}

type Facts = Pick<Context, 'menuItem' | 'taxes' | 'table' | 'tableOrderId' | 'nextNumber'>

const NO_FACTS: Facts = { menuItem: null, taxes: [], table: null, tableOrderId: null, nextNumber: '' }

async function readFacts(
  tx: Tx,
  { store, dev }: Replica,
  command: Command,
  { settings, now }: Pick<Context, 'settings' | 'now'>,
): Promise<Facts> {
  if (command.type === 'add_item') {
    const menuItem = await readRecord(tx, store, 'menu_item', command.menuItemId)
    return { ...NO_FACTS, menuItem, taxes: await readRecords(tx, store, 'tax') }
  }
  if (command.type !== 'open_order' || settings === null) return NO_FACTS
  const letter = (await readRecord(tx, store, 'device', dev))?.letter ?? '?'
  const date = businessDate(now, settings.zone, settings.cutoverHour)
  const used = await countNumbers(tx, store, date, letter)
  const nextNumber = `${letter}-${String(used + 1).padStart(3, '0')}`
  if (command.tableId === null) return { ...NO_FACTS, nextNumber }
  return {
    ...NO_FACTS,
    nextNumber,
    table: await readRecord(tx, store, 'table', command.tableId),
    tableOrderId: await readTableOrderId(tx, store, command.tableId),
  }
}
