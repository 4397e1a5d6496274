import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { REST, type Check } from '#domain/check/check.ts'

/** What a check is called on screen: a number alone would say nothing. */
export function useCheckName(): (check: Pick<Check, 'id' | 'name'>) => string {
  const { t } = useTranslation('pos')
  return useCallback(
    ({ id, name }) => {
      if (id === REST) return t('split.rest')
      return /^\d+$/.test(name) ? t('split.check', { name }) : name
    },
    [t],
  )
}
