import { useRef, type MouseEvent, type PointerEvent } from 'react'

const LONG_MS = 500
/** A finger that moves further is scrolling. */
const STILL_PX = 10

interface Handlers {
  readonly onPointerDown: (event: PointerEvent) => void
  readonly onPointerMove: (event: PointerEvent) => void
  readonly onPointerUp: () => void
  readonly onPointerCancel: () => void
  readonly onClickCapture: (event: MouseEvent) => void
  readonly onContextMenu: (event: MouseEvent) => void
}

/**
 * A finger held on something, the right button of a mouse, or the keyboard's menu key. Handlers for whatever holds the
 * things that can be held, so that a grid of a thousand has them once. `act` says whether it was one of them.
 */
export function useLongPress(act: (target: Element) => boolean): Handlers {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const start = useRef({ x: 0, y: 0 })
  const held = useRef(false)
  const stop = (): void => clearTimeout(timer.current)
  return {
    onPointerDown({ target, clientX, clientY, button, pointerType }) {
      held.current = false
      stop()
      if (button !== 0 || pointerType === 'mouse' || !(target instanceof Element)) return
      start.current = { x: clientX, y: clientY }
      timer.current = setTimeout(() => {
        held.current = act(target)
      }, LONG_MS)
    },
    onPointerMove({ clientX, clientY }) {
      const { x, y } = start.current
      if (Math.hypot(clientX - x, clientY - y) > STILL_PX) stop()
    },
    onPointerUp: stop,
    onPointerCancel: stop,
    onClickCapture(event) {
      // Lifting the finger is no tap any more.
      if (held.current) event.stopPropagation()
      held.current = false
    },
    onContextMenu(event) {
      stop()
      // Phones that send it while a finger is held send it beside the timer.
      if (held.current || (event.target instanceof Element && act(event.target))) event.preventDefault()
    },
  }
}
