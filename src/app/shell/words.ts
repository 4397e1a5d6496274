import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { common } from '#i18n/en/common.ts'
import { setup } from '#i18n/en/setup.ts'
import type { moreWords } from './more-words.ts'

const en = { common, setup } as const

/** The compiler knows every key: a missing word does not compile. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: typeof en & typeof moreWords
  }
}

/** The words up to the log-in; those of all other screens come with them. Offline there is nobody to ask. */
export function createWords(): i18n {
  const words = createInstance()
  void words.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en },
    defaultNS: 'common',
    initAsync: false,
    // React escapes by itself.
    interpolation: { escapeValue: false },
  })
  return words
}
