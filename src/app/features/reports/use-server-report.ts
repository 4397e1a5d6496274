import { useCallback, useRef, useState } from 'react'
import { useSession } from '#app/data/session-context.ts'
import { useAct } from '#app/data/use-act.ts'
import type { TryPin } from '#app/data/use-pin.ts'
import type { Actions, Failure } from '#device/messages.ts'
import type { RangeView, ReportRange } from '#domain/report/range-view.ts'
import { err, ok, type Result } from '#domain/result.ts'

type Proof = Actions['serverReport']['params']['proof']

export interface ServerReport {
  /** What the server answered for the range asked last. */
  readonly view: RangeView | null
  readonly progress: { readonly done: number; readonly of: number } | null
  readonly failure: Failure | null
  readonly busy: boolean
  /** The server wants to know who asks: their PIN. */
  readonly needsPin: boolean
  ask(range: ReportRange): void
  readonly tryPin: TryPin
  cancel(): void
  /** Puts the answer away. */
  leave(): void
}

interface State {
  readonly view: RangeView | null
  readonly progress: { readonly done: number; readonly of: number } | null
  readonly failure: Failure | null
  readonly busy: boolean
  readonly needsPin: boolean
}

const NOTHING: State = { view: null, progress: null, failure: null, busy: false, needsPin: false }

/** Reports from the server, for dates this device has not. The PIN is asked for once in ten minutes. [REPORT7] */
export function useServerReport(): ServerReport {
  const { token } = useSession()
  const act = useAct()
  const [state, setState] = useState<State>(NOTHING)
  /** What the server gave for the PIN; and the range wanted last: an answer to another is dropped. */
  const pass = useRef<string | null>(null)
  const wanted = useRef<ReportRange | null>(null)

  const run = useCallback(
    async (range: ReportRange, proof: Proof): Promise<Result<null, Failure>> => {
      let shown = proof
      for (;;) {
        const result = await act('serverReport', { token, range, proof: shown })
        if (wanted.current !== range) return ok(null)
        if (!result.ok) return result
        const { answer } = result.value
        pass.current = result.value.pass
        shown = { pass: result.value.pass }
        if (answer.kind === 'whole') {
          setState({ ...NOTHING, view: answer.view })
          return ok(null)
        }
        setState({ ...NOTHING, busy: true, progress: answer })
      }
    },
    [act, token],
  )

  const ask = useCallback(
    (range: ReportRange): void => {
      wanted.current = range
      const { current } = pass
      if (current === null) return setState({ ...NOTHING, needsPin: true })
      setState({ ...NOTHING, busy: true })
      run(range, { pass: current })
        .catch(() => err({ code: 'device_failed' }))
        .then((result) => {
          if (result.ok) return
          // It is good for ten minutes.
          if (result.error.code === 'not_signed_in') {
            pass.current = null
            setState({ ...NOTHING, needsPin: true })
          } else setState({ ...NOTHING, failure: result.error })
        })
        .catch(() => {})
    },
    [run],
  )

  const tryPin = useCallback<TryPin>(
    async (pin) => (wanted.current === null ? ok(null) : run(wanted.current, { pin })),
    [run],
  )
  const leave = useCallback((): void => {
    wanted.current = null
    setState(NOTHING)
  }, [])
  return { ...state, ask, tryPin, cancel: leave, leave }
}
