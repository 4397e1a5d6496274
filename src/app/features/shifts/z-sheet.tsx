import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { Note } from '#app/ui/note.tsx'
import type { DayCloseView } from '#device/messages/shift-views.ts'
import { FigureSheet } from './figure-sheet.tsx'
import { PrintDay } from './print-day.tsx'

/** The day's Z, as it was written. */
export function ZSheet({ view }: { readonly view: DayCloseView }): ReactNode {
  const { t } = useTranslation('shifts')
  const { time, date } = useFormat()
  const { z } = view
  if (z === null) return <Note tone="good" title={t('day.closed')} />
  const { number, by, approvedBy, at, figures, carriedOver } = z
  const when = { time: `${date(at)}, ${time(at)}`, name: by }
  return (
    <>
      <Note
        tone="good"
        title={t('day.closed')}
        {...(carriedOver.length > 0 && { text: t('day.carriedOver', { orders: carriedOver.join(', ') }) })}
      />
      <FigureSheet
        title={t('day.z', { number })}
        text={approvedBy === null ? t('day.zText', when) : t('day.zApproved', { ...when, approvedBy })}
        figures={figures}
      />
      <PrintDay businessDate={view.businessDate} closed />
    </>
  )
}
