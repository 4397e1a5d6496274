import { useEffect } from 'react'
import { useSession } from '#app/data/session-context.ts'
import { useAsk } from '#app/data/use-ask.ts'
import type { Failure } from '#device/messages.ts'
import type { RangeView, ReportRange } from '#domain/report/range-view.ts'

export interface RangeReportState {
  readonly view: RangeView | null
  /** How far a long one is, while it is added up. */
  readonly progress: { readonly done: number; readonly of: number } | null
  readonly failure: Failure | null
  readonly crashed: boolean
  /** What is shown is of other dates, or is being added up anew. */
  readonly isOld: boolean
  again(): void
}

/** A range's report from this device. A long one is asked for again until all its days are added up. */
export function useRangeReport({ from, to, shiftId }: ReportRange, enabled = true): RangeReportState {
  const { token } = useSession()
  const asked = useAsk(
    'report',
    { token, range: shiftId === undefined ? { from, to } : { from, to, shiftId } },
    { enabled: enabled && token !== '', keepPrevious: true },
  )
  const { data, refetch, isFetching } = asked
  const answer = data?.ok === true ? data.value : null
  const unfinished = answer?.kind === 'partial'
  useEffect(() => {
    if (unfinished && !isFetching) void refetch()
  }, [unfinished, isFetching, refetch])
  return {
    view: answer?.kind === 'whole' ? answer.view : null,
    progress: answer?.kind === 'partial' ? answer : null,
    failure: data?.ok === false ? data.error : null,
    crashed: asked.isError,
    isOld: asked.isPlaceholderData,
    again: () => void refetch(),
  }
}
