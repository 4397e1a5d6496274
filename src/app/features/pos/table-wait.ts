import type { OpenOrderState, TableOrderView } from '#device/messages.ts'

const MINUTE_MS = 60_000

/** Minutes after which somebody should go and look, by what the table waits for. [FLOOR2] */
const LONG_MINUTES: { readonly [state in OpenOrderState]: number } = {
  taken: 15,
  sent: 30,
  part_paid: 20,
  ready: 5,
}

export interface Wait {
  /** Since it was opened. */
  readonly openMs: number
  /** Since something last went to the kitchen; null: nothing did. */
  readonly sentMs: number | null
  readonly long: boolean
}

/** How long a table has been waiting, and whether that is too long for where its order is. [FLOOR2] */
export function waitOf(
  { openedAt, lastSentAt, state }: Pick<TableOrderView, 'openedAt' | 'lastSentAt' | 'state'>,
  now: number,
): Wait {
  const waiting = now - (lastSentAt ?? openedAt)
  return {
    openMs: now - openedAt,
    sentMs: lastSentAt === null ? null : now - lastSentAt,
    long: waiting >= LONG_MINUTES[state] * MINUTE_MS,
  }
}
