import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { common } from '#i18n/en/common.ts'
import { devices } from '#i18n/en/devices.ts'
import { history } from '#i18n/en/history.ts'
import { kitchen } from '#i18n/en/kitchen.ts'
import { office } from '#i18n/en/office.ts'
import { people } from '#i18n/en/people.ts'
import { pos } from '#i18n/en/pos.ts'
import { prices } from '#i18n/en/prices.ts'
import { printing } from '#i18n/en/printing.ts'
import { reports } from '#i18n/en/reports.ts'
import { setup } from '#i18n/en/setup.ts'
import { shifts } from '#i18n/en/shifts.ts'
import { stock } from '#i18n/en/stock.ts'

const en = {
  common,
  devices,
  history,
  kitchen,
  office,
  people,
  pos,
  prices,
  printing,
  reports,
  setup,
  shifts,
  stock,
} as const

/** The compiler knows every key: a missing word does not compile. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: typeof en
  }
}

/** The words of every screen, loaded with the page: offline there is nobody to ask. */
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
