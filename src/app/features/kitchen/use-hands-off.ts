import { useCallback, useEffect, useRef } from 'react'

/** Does `act` once no finger is on the screen: at once, as a rule. */
export type HandsOff = (act: () => void) => void

/** A card that slips away between a finger's down and up takes the tap with it: nothing may move meanwhile. */
export function useHandsOff(): HandsOff {
  const waiting = useRef<(() => void)[]>([])
  const down = useRef(new Set<number>())

  useEffect(() => {
    const onDown = (event: PointerEvent): void => {
      // A first finger means that there was none, whatever this page was not told of.
      if (event.isPrimary) down.current.clear()
      down.current.add(event.pointerId)
    }
    const onUp = (event: PointerEvent): void => {
      down.current.delete(event.pointerId)
      // The tap itself comes after it.
      setTimeout(() => {
        if (down.current.size > 0) return
        for (const act of waiting.current.splice(0)) act()
      })
    }
    document.addEventListener('pointerdown', onDown, true)
    document.addEventListener('pointerup', onUp, true)
    document.addEventListener('pointercancel', onUp, true)
    return () => {
      document.removeEventListener('pointerdown', onDown, true)
      document.removeEventListener('pointerup', onUp, true)
      document.removeEventListener('pointercancel', onUp, true)
    }
  }, [])

  return useCallback((act) => {
    if (down.current.size === 0) act()
    else waiting.current.push(act)
  }, [])
}
