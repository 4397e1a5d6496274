import { lazy, memo, Suspense, useCallback, useEffect, type ReactNode } from 'react'
import { useTellingCommand } from './failure-toast.ts'
import type { LinePlace } from './options/line-place.ts'
import type { Choosing, NewLine } from './options/choosing.ts'

interface Props {
  readonly orderId: string
  readonly choosing: Choosing | null
  /** Chairs to choose from; null where there are none. */
  readonly covers: number | null
  /** For whom the next lines are. */
  readonly place: LinePlace
  readonly onAdd: (line: NewLine) => Promise<boolean>
  readonly onClose: (nothing: null) => void
}

const load = () => import('./options/options-sheet.tsx')
const OptionsSheet = lazy(async () => ({ default: (await load()).OptionsSheet }))

/** How long after the order is painted the sheet is fetched: nobody taps it open sooner, and nothing waits for it. */
const FETCH_AFTER_MS = 400

/** The options sheet, when something is to be chosen. Its program comes after the order's own screen is painted. */
export const OptionsHost = memo(function OptionsHost({
  orderId,
  choosing,
  covers,
  place,
  onAdd,
  onClose,
}: Props): ReactNode {
  useEffect(() => {
    // Should the server die in this moment, it is fetched when it is needed; the page's own cache will have it by then.
    const timer = setTimeout(() => void load().catch(() => {}), FETCH_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  const run = useTellingCommand()
  const close = useCallback(() => onClose(null), [onClose])
  if (choosing === null) return null
  return (
    <Suspense fallback={null}>
      <OptionsSheet {...{ orderId, choosing, covers, place, run, onAdd }} onClose={close} />
    </Suspense>
  )
})
