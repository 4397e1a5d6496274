import { useCallback, useState } from 'react'

interface Pad {
  readonly digits: string
  add(digits: string): void
  remove(): void
  set(digits: string): void
}

/** The digits typed on a keypad so far. */
export function usePad(lengthMax: number): Pad {
  const [digits, set] = useState('')
  const add = useCallback(
    (more: string) => set((old) => (old.length + more.length > lengthMax ? old : old + more)),
    [lengthMax],
  )
  const remove = useCallback(() => set((old) => old.slice(0, -1)), [])
  return { digits, add, remove, set }
}
