import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Currency } from '#domain/money/money.ts'
import { formatDate, formatTime } from '#i18n/dates.ts'
import { moneyFormat, plainMoneyFormat } from '#i18n/money.ts'
import { useAsk } from './use-ask.ts'
import { FormatContext, type Format } from './use-format.ts'

/** Shown to nobody: without a store there are no amounts. */
const NO_CURRENCY: Currency = { code: 'EUR', exponent: 2 }

/** Asks once for the whole page: a list of a hundred amounts must not ask a hundred times. */
export function FormatProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const { data: store } = useAsk('store', null)
  const { i18n } = useTranslation()
  const locale = localeFor(i18n.language)
  const code = store?.currency.code
  const exponent = store?.currency.exponent
  const zone = store?.zone ?? 'UTC'
  const format = useMemo((): Format => {
    const currency = code === undefined || exponent === undefined ? NO_CURRENCY : { code, exponent }
    return {
      money: moneyFormat(currency, locale),
      plainMoney: plainMoneyFormat(currency, locale),
      time: (ms) => formatTime(ms, zone, locale),
      date: (ms) => formatDate(ms, zone, locale),
      currency,
      locale,
    }
  }, [code, exponent, zone, locale])
  return <FormatContext value={format}>{children}</FormatContext>
}

/** The browser's own regional way of writing, if it is in the language of the screen. */
function localeFor(language: string): string {
  return navigator.language.split('-')[0] === language ? navigator.language : language
}
