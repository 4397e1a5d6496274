import { err, ok, type Result } from '#domain/result.ts'
import type { RoleRights } from '#domain/staff/permissions.ts'
import { may } from '#domain/staff/rights.ts'
import type { ReportRange } from '#domain/report/range-view.ts'
import { readDrillPage } from '#reports/drill.ts'
import { readRangeView } from '#reports/range-view.ts'
import { isRange } from '#reports/ranges.ts'
import { readRights } from '#sync/facts/rights.ts'
import type { Failure } from '#device/messages.ts'
import type { DrillQuery, ReportQuery } from '#device/messages/report-views.ts'
import { readSession } from '#device/sessions.ts'
import type { DeviceStore } from '#device/store.ts'

type Store = Pick<DeviceStore, 'replica' | 'history'>

const DAY_MS = 86_400_000

/** A tap elsewhere must not wait longer than this while days are added up. */
const ADDS_UP_FOR_MS = 150

/** A range's report from the days this device has, for whoever may read reports. [REPORT6] */
export async function reportAnswer(
  store: Store,
  { token, range }: ReportQuery['params'],
): Promise<ReportQuery['result']> {
  const reader = await readReader(store, token)
  if (!reader.ok) return reader
  if (!isRange(range)) return err({ code: 'bad_range' })
  const { db, store: id } = store.replica
  const held = heldIn(store, range)
  if (held === null) return err({ code: 'history_coming', rule: 'SNAP6' })
  const until = performance.now() + ADDS_UP_FOR_MS
  const answer = await readRangeView(db, id, held, {
    seesCash: may(reader.value, 'see_expected_cash'),
    mayGoOn: () => performance.now() < until,
  })
  if (answer.kind === 'partial' || held.from === range.from) return ok(answer)
  return ok({ kind: 'whole', view: { ...answer.view, from: range.from, knownFrom: held.from } })
}

/** The end of a range whose dates are all here: of an older date there may be a part, and a part is no figure. */
function heldIn({ history }: Store, { from, to, ...rest }: ReportRange): ReportRange | null {
  if (!history.holds(to)) return null
  let first = to
  while (first > from) {
    const before = new Date(Date.parse(first) - DAY_MS).toISOString().slice(0, 10)
    if (!history.holds(before)) break
    first = before
  }
  return { from: first, to, ...rest }
}

/** The orders behind a row of it. [REPORT6] [REPORT10] */
export async function drillAnswer(
  store: Store,
  { token, range, drill, after }: DrillQuery['params'],
): Promise<DrillQuery['result']> {
  const reader = await readReader(store, token)
  if (!reader.ok) return reader
  if (!isRange(range)) return err({ code: 'bad_range' })
  const { db, store: id } = store.replica
  const held = heldIn(store, range)
  if (held === null) return err({ code: 'history_coming', rule: 'SNAP6' })
  return ok(await readDrillPage(db, id, { ...drill, range: held, after }))
}

/** What somebody may who may read reports at all. */
async function readReader({ replica }: Store, token: string): Promise<Result<RoleRights, Failure>> {
  const { db, store } = replica
  const person = await readSession(db, store, token)
  if (person === null) return err({ code: 'session_ended' })
  const rights = await readRights(db, store, person.role)
  return may(rights, 'read_reports') ? ok(rights) : err({ code: 'not_allowed' })
}
