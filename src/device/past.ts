import type { Command } from '#domain/command/command.ts'
import type { History } from '#sync/history/history.ts'
import type { Failure } from './messages.ts'

/** What this device asks about its own past. */
type Past = Pick<History, 'hasToday' | 'isComing' | 'holds' | 'wantDate'>

const COMING: Failure = { code: 'history_coming', rule: 'SNAP6' }

/**
 * What would be wrong without a past that is not here yet: a number, a check-out, a Z. All else goes on. [SNAP6]
 */
export async function refusalForPast(command: Command, past: Past): Promise<Failure | null> {
  switch (command.type) {
    case 'open_order':
      return past.hasToday() ? null : COMING
    case 'check_out':
      return past.isComing() ? COMING : null
    case 'close_day':
    case 'print_day':
      return past.isComing() ? COMING : refusalForDate(command.businessDate, past)
    default:
      return null
  }
}

/** Figures of a business date that is not here; from now on it is asked for. */
export async function refusalForDate(date: string, past: Past): Promise<Failure | null> {
  if (past.holds(date)) return null
  await past.wantDate(date)
  return COMING
}

/** A level is the last count and every sale since: of a past held in part it may be a wrong figure. [SNAP8] */
export function refusalForStock(past: Pick<History, 'holdsStock'>): Failure | null {
  return past.holdsStock() ? null : { code: 'stock_in_part', rule: 'SNAP8' }
}

/** The same for a screen that wants to show it; what it asks for goes with an exchange at once. */
export async function lackedDate(
  { history, sync }: { readonly history: Past; readonly sync: { soon(delayMs: number): void } },
  date: string,
): Promise<Failure | null> {
  const lacking = await refusalForDate(date, history)
  if (lacking !== null) sync.soon(0)
  return lacking
}
