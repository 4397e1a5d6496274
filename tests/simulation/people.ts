import type { Command } from '#domain/command/command.ts'
import { ACTION_OF } from '#domain/decide/decide.ts'
import { recordAction } from '#domain/decide/record-action.ts'
import type { Approval } from '#domain/staff/approval.ts'
import { approve } from '#domain/staff/approve.ts'
import { rightsOf } from '#domain/staff/rights.ts'
import type { Actor } from '#sync/run-command.ts'
import type { Random } from './random.ts'

/** A role the owner made. */
export const TRAINEE = 'trainee'

/** Everybody who works here. Waiters do most of it, and ask for most approvals. */
export const PEOPLE: readonly Actor[] = [
  { id: 'waiter-1', role: 'waiter' },
  { id: 'waiter-2', role: 'waiter' },
  { id: 'trainee-1', role: TRAINEE },
  { id: 'manager-1', role: 'manager' },
  { id: 'owner-1', role: 'owner' },
]

export const WAITER_IDS = ['waiter-1', 'waiter-2'] as const

export function somebody(random: Random): Actor {
  const drawn = random.next()
  const index = drawn < 0.35 ? 0 : drawn < 0.6 ? 1 : drawn < 0.7 ? 2 : drawn < 0.93 ? 3 : 4
  return PEOPLE[index] ?? { id: 'waiter-1', role: 'waiter' }
}

/** A manager's yes to this command, as a till would ask for it; null where nobody can say it. */
export function approvalFor(command: Command, commandId: string, actorId: string): Approval | null {
  const action =
    command.type === 'save_record'
      ? recordAction(command)
      : command.type === 'remove_item_discount' && command.discountId === 'comp'
        ? 'comp'
        : ACTION_OF[command.type]
  const by = actorId === 'manager-1' ? 'owner-1' : 'manager-1'
  const approver = { id: by, rights: rightsOf(by === 'owner-1' ? 'owner' : 'manager') }
  const given = approve(approver, { actorId, action, commandId, subjects: subjectsOf(command), amount: null })
  return given.ok ? given.value : null
}

function subjectsOf(command: Command): readonly string[] {
  if ('shiftId' in command) return [command.shiftId]
  if ('checkOutId' in command) return [command.checkOutId]
  if ('businessDate' in command) return [command.businessDate]
  if ('recordId' in command) return [command.recordId]
  if ('paymentId' in command) return [command.paymentId]
  if ('itemId' in command) return [command.itemId]
  if (command.type === 'merge_orders') return [command.orderId, command.into]
  return 'orderId' in command ? [command.orderId] : []
}
