import { useCallback, useState } from 'react'

/** Keys typed for one amount, in the smallest unit as on a cash register: 1250 is 12.50. More is a slip. */
export const AMOUNT_DIGITS_MAX = 10

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
