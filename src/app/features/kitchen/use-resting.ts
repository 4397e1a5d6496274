import { useCallback, useState } from 'react'
import { useLater } from './use-later.ts'

/** A second tap within this time is the same finger's double tap, not the next step. */
const REST_MS = 500

export interface Resting {
  has(key: string): boolean
  /** Lets `key` rest for a moment. */
  start(key: string): void
}

/** Buttons that were just tapped: a double tap must never cook and finish in one go. */
export function useResting(): Resting {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set())
  const later = useLater()
  const start = useCallback(
    (key: string) => {
      setKeys((known) => new Set([...known, key]))
      later(REST_MS, () => setKeys((known) => new Set([...known].filter((one) => one !== key))))
    },
    [later],
  )
  return { has: (key) => keys.has(key), start }
}
