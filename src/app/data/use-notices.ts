import { useEffect, useRef } from 'react'
import type { Notice } from '#device/messages/traffic.ts'
import { useDevice } from './device-context.ts'

/** Calls `handler` for every moment the device says a person should notice. */
export function useNotices(handler: (notice: Notice) => void): void {
  const device = useDevice()
  const latest = useRef(handler)
  useEffect(() => {
    latest.current = handler
  }, [handler])
  useEffect(
    () =>
      device.listen((message) => {
        if (message.kind === 'notice') latest.current(message.notice)
      }),
    [device],
  )
}
