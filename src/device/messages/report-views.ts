import type { Drill } from '#domain/report/drill.ts'
import type { DrillPage, DrillPlace } from '#domain/report/drill-view.ts'
import type { RangeAnswer, ReportRange } from '#domain/report/range-view.ts'
import type { Result } from '#domain/result.ts'
import type { Failure } from '#device/messages.ts'

/** A range's report from this device's own days. Needs a session that may read reports. */
export interface ReportQuery {
  readonly params: { readonly token: string; readonly range: ReportRange }
  readonly result: Result<RangeAnswer, Failure>
}

/** The orders behind a row of that report, a page at a time; `after` null: the first page. */
export interface DrillAsked {
  readonly range: ReportRange
  readonly drill: Drill
  readonly after: DrillPlace | null
}

/** From this device's own days. */
export interface DrillQuery {
  readonly params: { readonly token: string } & DrillAsked
  readonly result: Result<DrillPage, Failure>
}
