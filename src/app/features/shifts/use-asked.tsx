import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { AnswerRefused } from '#app/data/answer-refused.tsx'
import { useAsk } from '#app/data/use-ask.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorState, LoadingState } from '#app/ui/states.tsx'
import type { Failure, Queries } from '#device/messages.ts'
import type { Result } from '#domain/result.ts'

type Name = 'drawer' | 'checkOut' | 'dayClose'
type Answer<Q extends Name> = Queries[Q]['result'] extends Result<infer T, Failure> ? T : never

interface Asked<T> {
  readonly view: T | null
  /** What stands there while there is no view: waiting, refused, failed. */
  readonly instead: ReactNode
}

/** What the device says of drawers, check-outs and days, or what to show instead. */
export function useAsked<Q extends Name>(name: Q, params: Queries[Q]['params']): Asked<Answer<Q>> {
  const { t } = useTranslation('common')
  const { data, isError, refetch } = useAsk(name, params, { enabled: params.token !== '' })
  if (isError) {
    const instead = (
      <ErrorState title={t('failed')} text={t('failedRemedy')}>
        <Button onClick={() => void refetch()}>{t('retry')}</Button>
      </ErrorState>
    )
    return { view: null, instead }
  }
  const result = data as Result<Answer<Q>, Failure> | undefined
  if (result === undefined) return { view: null, instead: <LoadingState text={t('loading')} /> }
  if (!result.ok) return { view: null, instead: <AnswerRefused failure={result.error} /> }
  return { view: result.value, instead: null }
}
