import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { AnswerRefused } from '#app/data/answer-refused.tsx'
import { useSession } from '#app/data/session-context.ts'
import { useAsk } from '#app/data/use-ask.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorState, LoadingState } from '#app/ui/states.tsx'
import type { Failure } from '#device/messages.ts'
import type { MoveAfter, StockItemView, StockMovesView, WasteableView } from '#device/messages/stock-views.ts'
import type { Result } from '#domain/result.ts'
import type { Variances } from '#domain/stock/variance-view.ts'

interface Asked<T> {
  readonly view: T | null
  /** What stands there while there is no view: waiting, refused, failed. */
  readonly instead: ReactNode
}

export function useStock(): Asked<readonly StockItemView[]> {
  const { token } = useSession()
  const { data, isError, refetch } = useAsk('stock', { token }, { enabled: token !== '' })
  return useShown(data, isError, refetch)
}

/** Between the last two counts of each ingredient, or from the first of so many days. */
export function useVariance(days: number | null): Asked<Variances> {
  const { token } = useSession()
  const { data, isError, refetch } = useAsk('stockVariance', { token, days }, { enabled: token !== '' })
  return useShown(data, isError, refetch)
}

/** What may be thrown away, for whoever may ask for it. */
export function useWasteable(): Asked<readonly WasteableView[]> {
  const { token } = useSession()
  const { data, isError, refetch } = useAsk('wasteable', { token }, { enabled: token !== '' })
  return useShown(data, isError, refetch)
}

export function useMoves(
  ingredientId: string,
  after: MoveAfter | null,
  sold: boolean,
): Asked<StockMovesView> {
  const { token } = useSession()
  const asked = { token, ingredientId, after, sold }
  const { data, isError, refetch } = useAsk('stockMoves', asked, { enabled: token !== '' })
  return useShown(data, isError, refetch)
}

function useShown<T>(
  result: Result<T, Failure> | undefined,
  isError: boolean,
  again: () => Promise<unknown>,
): Asked<T> {
  const { t } = useTranslation('common')
  if (isError) {
    const instead = (
      <ErrorState title={t('failed')} text={t('failedRemedy')}>
        <Button onClick={() => void again()}>{t('retry')}</Button>
      </ErrorState>
    )
    return { view: null, instead }
  }
  if (result === undefined) return { view: null, instead: <LoadingState text={t('loading')} /> }
  if (!result.ok) return { view: null, instead: <AnswerRefused failure={result.error} /> }
  return { view: result.value, instead: null }
}
