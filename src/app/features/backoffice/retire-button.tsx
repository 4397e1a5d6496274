import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'

interface Props {
  readonly active: boolean
  readonly onSet: (active: boolean) => void
}

/** Nothing is deleted: orders and reports name it. It goes off the menu and may come back. */
export function RetireButton({ active, onSet }: Props): ReactNode {
  const { t } = useTranslation('office')
  return active ? (
    <Button variant="danger" onClick={() => onSet(false)}>
      {t('retire')}
    </Button>
  ) : (
    <Button onClick={() => onSet(true)}>{t('restore')}</Button>
  )
}
