import { useEffect, useState } from 'react'

/** The time, renewed every `everyMs`: for ages and countdowns on screen, never for what is written down. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
