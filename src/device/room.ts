import type { Command } from '#domain/command/command.ts'
import type { Failure } from './messages.ts'

/** What the browser said about keeping this device's data. */
export interface Keeping {
  readonly persisted: boolean | null
  readonly usedBytes: number | null
  readonly quotaBytes: number | null
}

/** Kept free for what is open: closing and paying must always find room. */
const RESERVE_BYTES = 50_000_000
/** Where a browser gives little, a part of what it gives. */
const RESERVE_SHARE = 0.2

/** Whether so little room is left that no new order should be begun. Unknown: there is room. [DISK4] */
export function isNearlyFull({ usedBytes, quotaBytes }: Omit<Keeping, 'persisted'>): boolean {
  if (usedBytes === null || quotaBytes === null) return false
  return quotaBytes - usedBytes < Math.min(RESERVE_BYTES, quotaBytes * RESERVE_SHARE)
}

/** What is open is sent, paid and closed all the same; only the next order waits for room. [DISK4] */
export function refusalForRoom(command: Command, keeping: Keeping): Failure | null {
  if (command.type !== 'open_order' || !isNearlyFull(keeping)) return null
  return { code: 'storage_nearly_full', rule: 'DISK4' }
}
