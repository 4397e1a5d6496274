import { Link, type ErrorComponentProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { EmptyState, ErrorState } from '#app/ui/states.tsx'

export function MissingPage(): ReactNode {
  const { t } = useTranslation('common')
  return (
    <EmptyState title={t('notFound')} text={t('notFoundRemedy')}>
      <Link to="/">{t('toTill')}</Link>
    </EmptyState>
  )
}

/** A bug in a screen: the rest of the till goes on. */
export function PageFailed({ reset }: ErrorComponentProps): ReactNode {
  const { t } = useTranslation('common')
  return (
    <ErrorState title={t('failed')} text={t('failedRemedy')}>
      <Button onClick={reset}>{t('retry')}</Button>
      <Button variant="primary" onClick={() => location.reload()}>
        {t('reload')}
      </Button>
    </ErrorState>
  )
}
