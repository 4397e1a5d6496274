import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

/** Up to here a name is a number or a sign on the table: "4", "T3", "B12". */
const SIGN_LENGTH_MAX = 3

/** What a table is called on screen: "4" alone would say nothing; "Terrace 4" already does. */
export function useTableLabel(): (name: string | null) => string {
  const { t } = useTranslation('common')
  return useCallback(
    (name) => {
      if (name === null) return t('takeaway')
      return name.length <= SIGN_LENGTH_MAX ? t('table', { name }) : name
    },
    [t],
  )
}
