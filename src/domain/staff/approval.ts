import type { Action } from './permissions.ts'

/** What a refused command asks somebody's yes to. */
export interface ApprovalNeed {
  readonly action: Action
  /** Ids of the lines, payments or orders it is about. */
  readonly subjects: readonly string[]
  /** Millionths of a discount, or minor units; null where it has no amount. */
  readonly amount: number | null
}

/**
 * A yes of somebody who may, to one action on exactly these things. It is good for one command: the command's id is
 * in it, so it can be used only once.
 */
export interface Approval {
  readonly by: string
  readonly action: Action
  /** The command it was given for. */
  readonly commandId: string
  /** Ids of the lines, payments or orders it was given for, sorted. */
  readonly subjects: readonly string[]
  /** The most it allows, where it has an amount: millionths of a discount, or minor units. Null: any. */
  readonly limit: number | null
}
