import { useEffect, useState } from 'react'
import type { Rest } from './rest.tsx'

/** Null: not wanted, or not there yet. `failed`: its files could not be had. */
export interface RestState {
  readonly rest: Rest | null
  readonly failed: boolean
}

/**
 * The rest of the program, read from when it is wanted on: what stands on the screen at that moment is painted first.
 * `load` must stay the same.
 */
export function useRest(load: () => Promise<Rest>, wanted: boolean): RestState {
  const [state, setState] = useState<RestState>({ rest: null, failed: false })
  useEffect(() => {
    if (!wanted) return
    return afterPaint(() => {
      load().then(
        (rest) => setState({ rest, failed: false }),
        () => setState({ rest: null, failed: true }),
      )
    })
  }, [load, wanted])
  return state
}

/** A task of its own after the next frame. Returns what calls it off. */
function afterPaint(then: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(then)
  })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}
