import { useCallback, useEffect, useRef } from 'react'

/** Does something after a while, unless the screen is gone by then. */
export function useLater(): (ms: number, work: () => void) => void {
  const timers = useRef(new Set<number>())
  useEffect(() => {
    const pending = timers.current
    return () => pending.forEach((timer) => window.clearTimeout(timer))
  }, [])
  return useCallback((ms, work) => {
    const timer = window.setTimeout(() => {
      timers.current.delete(timer)
      work()
    }, ms)
    timers.current.add(timer)
  }, [])
}
