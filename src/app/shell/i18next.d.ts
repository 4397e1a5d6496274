import 'i18next'
import type { en } from './i18n.ts'

/** The compiler knows every key: a missing word does not compile. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: typeof en
  }
}
