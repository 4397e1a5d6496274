import type { i18n } from 'i18next'
import { devices } from '#i18n/en/devices.ts'
import { history } from '#i18n/en/history.ts'
import { kitchen } from '#i18n/en/kitchen.ts'
import { office } from '#i18n/en/office.ts'
import { people } from '#i18n/en/people.ts'
import { pos } from '#i18n/en/pos.ts'
import { prices } from '#i18n/en/prices.ts'
import { printing } from '#i18n/en/printing.ts'
import { reports } from '#i18n/en/reports.ts'
import { shifts } from '#i18n/en/shifts.ts'
import { stock } from '#i18n/en/stock.ts'

/** The words of what lies behind the log-in. */
export const moreWords = {
  devices,
  history,
  kitchen,
  office,
  people,
  pos,
  prices,
  printing,
  reports,
  shifts,
  stock,
} as const

export function addMoreWords(words: i18n): void {
  for (const [name, bundle] of Object.entries(moreWords)) words.addResourceBundle('en', name, bundle)
}
