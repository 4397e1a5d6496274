import { useLocalStorage } from '@mantine/hooks'
import { useCallback, useEffect, useState } from 'react'
import { createChime } from '#app/ui/chime.ts'
import type { News } from './news.ts'
import { useLater } from './use-later.ts'

/** The tap that wakes the sound does not turn it off as well. */
const WAKING_MS = 600
const AGAIN_MS = 700

export interface KitchenChime {
  /** waiting: browsers give no sound to a page nobody has touched yet. */
  readonly state: 'off' | 'waiting' | 'on'
  toggle(): void
  /** Sounds once for something to cook, twice for something cancelled. */
  announce(news: News): void
}

/** A short sound for a kitchen that does not look at its screen all the time. */
export function useChime(): KitchenChime {
  const [chime] = useState(createChime)
  const [touchedAt, setTouchedAt] = useState<number | null>(null)
  const later = useLater()
  const [wanted, setWanted] = useLocalStorage({
    key: 'comanda.kitchen.sound',
    defaultValue: true,
    getInitialValueInEffect: false,
  })

  useEffect(() => {
    const wake = (): void => {
      chime.unlock()
      setTouchedAt((known) => known ?? performance.now())
    }
    const gestures = ['pointerdown', 'keydown'] as const
    for (const gesture of gestures) window.addEventListener(gesture, wake)
    return () => gestures.forEach((gesture) => window.removeEventListener(gesture, wake))
  }, [chime])

  const announce = useCallback(
    ({ arrived, voided }: News) => {
      if (!wanted || touchedAt === null || arrived.length + voided.length === 0) return
      void chime.play()
      if (voided.length > 0) later(AGAIN_MS, () => void chime.play())
    },
    [chime, later, wanted, touchedAt],
  )
  const toggle = useCallback(() => {
    if (touchedAt === null || performance.now() - touchedAt > WAKING_MS) setWanted((on) => !on)
  }, [setWanted, touchedAt])
  return { state: wanted ? (touchedAt === null ? 'waiting' : 'on') : 'off', toggle, announce }
}
