import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { PrintJobView } from '#device/messages/print-views.ts'
import { printing } from '#i18n/en/printing.ts'

export interface JobWords {
  readonly state: string
  /** Why, and what to do about it; empty: nothing went wrong. */
  readonly reason: string
}

function isKnown(reason: string): reason is keyof typeof printing.reason {
  return Object.hasOwn(printing.reason, reason)
}

/** How a job stands, in plain words. */
export function useJobWords(): (job: PrintJobView) => JobWords {
  const { t } = useTranslation('printing')
  return useCallback(
    ({ state, reason, printer }) => ({
      state: t(`state.${state}`, { printer: printer === '' ? t('noPrinter') : printer }),
      reason: reason !== null && isKnown(reason) ? t(`reason.${reason}`) : '',
    }),
    [t],
  )
}
