import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Method } from '#domain/payment/payment.ts'

/** A way to pay as the store calls it; cash and card by the word everybody knows. */
export function useMethodName(): (paid: { readonly method: Method; readonly methodName: string }) => string {
  const { t } = useTranslation('pos')
  return useCallback(
    ({ method, methodName }) => {
      if (methodName !== '') return methodName
      return t(method === 'other' ? 'pay.otherMethod' : `pay.${method}`)
    },
    [t],
  )
}
