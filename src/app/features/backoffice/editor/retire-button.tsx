import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'

interface Props {
  readonly active: boolean
  readonly onSet: (active: boolean) => void
  /** It is no part of the menu: a tax, a table, a printer. */
  readonly plain?: boolean
}

/** Nothing is deleted: orders and reports name it. It goes out of use and may come back. */
export function RetireButton({ active, onSet, plain = false }: Props): ReactNode {
  const { t } = useTranslation('office')
  return active ? (
    <Button variant="danger" onClick={() => onSet(false)}>
      {t(plain ? 'retirePlain' : 'retire')}
    </Button>
  ) : (
    <Button onClick={() => onSet(true)}>{t(plain ? 'restorePlain' : 'restore')}</Button>
  )
}
