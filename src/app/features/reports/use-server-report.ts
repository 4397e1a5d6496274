import { useCallback, useRef, useState } from 'react'
import { useServer } from '#app/data/use-server.ts'
import type { Failure } from '#device/messages.ts'
import type { RangeView, ReportRange } from '#domain/report/range-view.ts'

interface State {
  /** What the server answered for the range asked last. */
  readonly view: RangeView | null
  readonly progress: { readonly done: number; readonly of: number } | null
  readonly failure: Failure | null
  readonly busy: boolean
}

export interface ServerReport extends State {
  ask(range: ReportRange): void
  /** Puts the answer away. */
  leave(): void
}

const NOTHING: State = { view: null, progress: null, failure: null, busy: false }

/** Reports from the server, for dates this device has not. It asks for the person's PIN where it wants it. [REPORT7] */
export function useServerReport(): ServerReport {
  const server = useServer()
  const [state, setState] = useState<State>(NOTHING)
  /** The range wanted last: an answer to another is dropped. */
  const wanted = useRef<ReportRange | null>(null)

  const load = useCallback(
    async (range: ReportRange): Promise<void> => {
      for (;;) {
        const result = await server('report', range)
        if (wanted.current !== range) return
        if (!result.ok) {
          // Whoever left the PIN knows that nothing happened.
          const isTold = result.error.code === 'server_pin_withheld'
          return setState({ ...NOTHING, failure: isTold ? null : result.error })
        }
        const answer = result.value
        if (answer.kind === 'whole') return setState({ ...NOTHING, view: answer.view })
        setState({ ...NOTHING, busy: true, progress: answer })
      }
    },
    [server],
  )
  const ask = useCallback(
    (range: ReportRange): void => {
      wanted.current = range
      setState({ ...NOTHING, busy: true })
      void load(range)
    },
    [load],
  )
  const leave = useCallback((): void => {
    wanted.current = null
    setState(NOTHING)
  }, [])
  return { ...state, ask, leave }
}
