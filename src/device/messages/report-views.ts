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
export interface DrillQuery {
  readonly params: {
    readonly token: string
    readonly range: ReportRange
    readonly drill: Drill
    readonly after: DrillPlace | null
  }
  readonly result: Result<DrillPage, Failure>
}

/**
 * A range's report from the server, which has days that this device has not. It asks for the person's PIN once, and then
 * believes the pass it gave for ten minutes.
 */
export interface ServerReportAction {
  readonly params: {
    readonly token: string
    readonly range: ReportRange
    readonly proof: { readonly pin: string } | { readonly pass: string }
  }
  readonly result: Result<{ readonly answer: RangeAnswer; readonly pass: string }, Failure>
}
