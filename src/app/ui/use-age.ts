import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

/** Milliseconds as people say them: "12 min", "1 h 05 min". */
export function useAge(): (ms: number) => string {
  const { t } = useTranslation('common')
  return useCallback(
    (ms) => {
      const minutes = Math.max(0, Math.floor(ms / 60_000))
      if (minutes < 60) return t('minutes', { count: minutes })
      return t('hours', { hours: Math.floor(minutes / 60), minutes: String(minutes % 60).padStart(2, '0') })
    },
    [t],
  )
}
