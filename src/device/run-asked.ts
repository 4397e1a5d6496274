import type { Command } from '#domain/command/command.ts'
import type { Rejection } from '#domain/rejection.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { approve } from '#domain/staff/approve.ts'
import type { ApprovalNeed } from '#domain/staff/approval.ts'
import { login, type Person } from '#auth/login.ts'
import type { PinHasher } from '#auth/pin.ts'
import type { Database } from '#database/open.ts'
import { readBill } from '#database/queries/bill.ts'
import { readPeopleView } from './views/people-view.ts'
import { readRights } from '#sync/facts/rights.ts'
import type { Replica } from '#sync/replica.ts'
import type { ApprovalAsked, Failure } from './messages.ts'
import type { DeviceStore } from './store.ts'

interface Parts {
  readonly database: Database
  readonly replica: Pick<Replica, 'db' | 'store'>
  readonly hasher: PinHasher
  readonly run: DeviceStore['run']
}

interface Asked {
  readonly commandId: string
  readonly command: Command
  readonly approval?: { readonly userId: string; readonly pin: string }
  readonly now: number
}

/**
 * Runs a command; where somebody's yes is missing, says what for and who may give it, or, with their PIN, has them
 * give it. The yes is made here for what the command needs at this moment and used at once: nobody can keep it. A PIN
 * is tried under the guard of the log-in, and no server is asked. [ROLE8] [ROLE9]
 */
export async function runAsked(parts: Parts, person: Person, asked: Asked): Promise<Result<null, Failure>> {
  const { replica, run } = parts
  const { commandId, command, approval } = asked
  const approver = approval === undefined ? null : await proven(parts, approval, asked.now)
  if (approver !== null && !approver.ok) return approver
  const first = await run(person, commandId, command)
  if (first.ok) return ok(null)
  const { needs } = first.error
  if (needs === undefined) return err(plain(first.error))
  if (approver === null) {
    return err({ ...plain(first.error), approval: await readAsked(replica, person, command, needs) })
  }
  const rights = await readRights(replica.db, replica.store, approver.value.role)
  const yes = approve({ id: approver.value.id, rights }, { ...needs, actorId: person.id, commandId })
  if (!yes.ok) return err(plain(yes.error))
  const second = await run(person, commandId, command, yes.value)
  return second.ok ? ok(null) : err(plain(second.error))
}

function proven(
  { database, replica, hasher }: Parts,
  { userId, pin }: NonNullable<Asked['approval']>,
  now: number,
): ReturnType<typeof login> {
  return login(database, replica.store, hasher, { userId, pin, now })
}

function plain({ code, rule }: Rejection): Failure {
  return { code, rule }
}

/** Everybody whose yes would do, the one who asks never among them. [ROLE7] */
async function readAsked(
  { db, store }: Parts['replica'],
  person: Person,
  command: Command,
  needs: ApprovalNeed,
): Promise<ApprovalAsked> {
  const approvers = []
  for (const one of await readPeopleView({ db, store })) {
    const rights = await readRights(db, store, one.role)
    const request = { ...needs, actorId: person.id, commandId: '' }
    if (approve({ id: one.id, rights }, request).ok) approvers.push(one)
  }
  const { action, amount } = needs
  return { action, amount, about: await readAbout({ db, store }, command, needs), approvers }
}

/** The lines by name; what is about the whole order, by its number. */
async function readAbout(
  { db, store }: Parts['replica'],
  command: Command,
  { subjects }: ApprovalNeed,
): Promise<readonly string[]> {
  const bill = 'orderId' in command ? await readBill(db, store, command.orderId) : null
  if (bill === null) return []
  const lines = bill.items.filter(
    ({ id, combo }) => subjects.includes(id) || subjects.includes(combo?.id ?? ''),
  )
  if (lines.length === 0) return [bill.order.number]
  return [...new Set(lines.map(({ name, combo }) => combo?.name ?? name))]
}
