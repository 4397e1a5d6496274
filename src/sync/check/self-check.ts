import { businessDate } from '#domain/day/business-date.ts'
import type { Database } from '#database/open.ts'
import type { Entity } from '#database/entities.ts'
import type { Heads } from '#database/journal.ts'
import { readLocal, writeLocal } from '#database/queries/local-values.ts'
import type { ExchangeReply, WireDigests } from '#sync/protocol.ts'
import type { Replica } from '#sync/replica.ts'
import { digestDay, programMark, sameHeads } from './day-digest.ts'
import { rebuildDay, type DayRebuilt } from './rebuild-day.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const EVERY_MS = HOUR_MS
/** After the start, and after a try that could not be compared. */
const SOON_MS = 10 * 60_000
/** From the day before yesterday to tomorrow: devices prune what is a week old, and clocks and zones differ. */
const DAYS_COMPARED = [-2, -1, 0, 1] as const
const REPORTS_KEPT = 20

/** One finding, kept on this replica alone for whoever looks into it. */
export interface CheckReport extends DayRebuilt {
  readonly at: number
}

export interface SelfCheckOptions {
  readonly replica: Replica
  readonly database: Database
  readonly recordAuthor: string | null
  readonly now: () => number
  readonly onFolded?: (entities: readonly Entity[]) => void
  readonly onReport?: (report: CheckReport) => void
}

/** Compares this replica's tables with its partner's, and puts right what does not follow from the journal. */
export interface SelfCheck {
  /** For the asking side: what to send along at these heads; null: not now. */
  digests(heads: Heads): Promise<WireDigests | null>
  /** For the asking side: what the reply said of it. */
  heard(reply: Pick<ExchangeReply, 'differs'>): Promise<void>
  /** These dates look otherwise elsewhere: folded anew from the journal here, each once an hour at most. */
  suspect(dates: readonly string[]): Promise<void>
}

export function createSelfCheck(options: SelfCheckOptions): SelfCheck {
  const { replica, now } = options
  let next = now() + SOON_MS
  let asked = false
  const lastRebuilt = new Map<string, number>()

  async function suspect(dates: readonly string[]): Promise<void> {
    // Others are nobody's to ask for: each is a journal read from end to end.
    const near = datesAround(now())
    for (const date of dates.filter((one) => near.includes(one))) {
      if (now() - (lastRebuilt.get(date) ?? -Infinity) < EVERY_MS) continue
      lastRebuilt.set(date, now())
      const report = { ...(await rebuildDay(options.database, replica.store, date, options)), at: now() }
      await keep(options, report)
      options.onReport?.(report)
    }
  }

  return {
    async digests(heads) {
      if (now() < next) return null
      next = now() + EVERY_MS
      const days: [string, string][] = []
      // A date without an order too: that they are all lost must be seen.
      for (const date of datesAround(now())) {
        days.push([date, await digestDay(replica.db, replica.store, date)])
      }
      asked = sameHeads(heads, await replica.heads())
      if (!asked) next = now() + SOON_MS
      return asked ? { by: programMark(), days: Object.fromEntries(days) } : null
    },
    async heard({ differs }) {
      if (!asked) return
      asked = false
      if (differs === undefined) next = now() + SOON_MS
      else await suspect(differs)
    },
    suspect,
  }
}

function datesAround(ms: number): readonly string[] {
  return DAYS_COMPARED.map((days) => businessDate(ms + days * DAY_MS, 'UTC', 0))
}

const REPORTS_KEY = 'self_check'

async function keep({ replica: { db, store } }: SelfCheckOptions, report: CheckReport): Promise<void> {
  const reports = [...(await readReports(db, store)), report].slice(-REPORTS_KEPT)
  await writeLocal(db, store, REPORTS_KEY, JSON.stringify(reports))
}

/** What the last checks found here, oldest first. */
export async function readReports(db: Replica['db'], store: string): Promise<readonly CheckReport[]> {
  const text = await readLocal(db, store, REPORTS_KEY)
  return text === null ? [] : (JSON.parse(text) as readonly CheckReport[])
}
