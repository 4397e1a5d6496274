import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailureWords } from '#app/data/failure-words.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorState } from '#app/ui/states.tsx'
import classes from './setup.module.css'

/** The device cannot work. There is no button here that throws data away. */
export function FailedScreen({ problem }: { readonly problem: string | null }): ReactNode {
  const { t } = useTranslation(['common'])
  const words = useFailureWords()({ code: problem ?? 'database_failed' })
  return (
    <main className={classes.full}>
      <ErrorState title={words.message} text={words.remedy}>
        <Button variant="primary" onClick={() => location.reload()}>
          {t('reload')}
        </Button>
      </ErrorState>
    </main>
  )
}
