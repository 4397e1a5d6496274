import type { Command } from '#domain/command/command.ts'
import type { Context } from '#domain/context.ts'
import { decide } from '#domain/decide/decide.ts'
import type { Envelope } from '#domain/event/envelope.ts'
import type { Draft } from '#domain/event/event.ts'
import type { Rejection } from '#domain/rejection.ts'
import { err, type Result } from '#domain/result.ts'
import type { Approval } from '#domain/staff/approval.ts'
import { readBill } from '#database/queries/bill.ts'
import { readRecord } from '#database/queries/records.ts'
import type { Tx } from '#database/schema.ts'
import { isSaleInZ, readCheckOutFacts, readDayFacts } from './facts/day-facts.ts'
import { readDrawerOf } from './facts/drawer-facts.ts'
import { readLateDays } from './facts/late-facts.ts'
import { readMenuOf, readNextNumber, readOtherBill, readPerson, readTableFacts } from './facts/order-facts.ts'
import { readSettingsHere } from './facts/paper-facts.ts'
import { readRights } from './facts/rights.ts'
import { readStockFacts } from './facts/stock-facts.ts'
import type { Replica } from './replica.ts'

export interface Actor {
  readonly id: string
  readonly role: string
}

/** What a person asked for, by whom and when. `id` makes asking twice the same as asking once. */
export interface CommandRequest {
  readonly id: string
  readonly actor: Actor
  readonly command: Command
  /** Corrected time in milliseconds since 1970. */
  readonly now: number
  /** Somebody's yes to this very command, where one was given. */
  readonly approval?: Approval | null
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
  request: CommandRequest,
): Promise<Result<readonly Draft[], Rejection>> {
  const { command } = request
  const bill = 'orderId' in command ? await readBill(tx, replica.store, command.orderId) : null
  if (bill?.readOnly === true) return err({ code: 'order_read_only', rule: 'SYNC5' })
  return decide(command, await readContext(tx, replica, request, bill))
}

/** Only what this command looks at is read; the rest is null. */
async function readContext(
  tx: Tx,
  { store, dev }: Replica,
  { id, actor, command, now, approval = null }: CommandRequest,
  bill: Context['bill'],
): Promise<Context> {
  const settled = { settings: await readSettingsHere(tx, { store, dev }, command), now, bill }
  const methodId = 'methodId' in command ? (command.methodId ?? null) : null
  return {
    ...settled,
    actor: { ...actor, rights: await readRights(tx, store, actor.role) },
    commandId: id,
    approval,
    otherBill: await readOtherBill(tx, store, command),
    menu: await readMenuOf(tx, store, command, settled),
    ...(await readTableFacts(tx, store, command)),
    nextNumber: command.type === 'open_order' ? await readNextNumber(tx, store, dev, settled) : '',
    person: await readPerson(tx, store, command),
    method: methodId === null ? null : await readRecord(tx, store, 'payment_method', methodId),
    drawer: await readDrawerOf(tx, store, dev, command),
    checkOut: command.type === 'check_out' ? await readCheckOutFacts(tx, store, actor.id, settled) : null,
    stock: await readStockFacts(tx, store, command, bill),
    saleInZ: await isSaleInZ(tx, store, command, bill),
    day:
      command.type === 'close_day' || command.type === 'print_day'
        ? await readDayFacts(tx, { store, dev }, command.businessDate, settled)
        : null,
    lateDays: command.type === 'close_day' ? await readLateDays(tx, store, command.businessDate) : [],
  }
}
