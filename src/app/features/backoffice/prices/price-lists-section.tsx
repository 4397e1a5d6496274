import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { RecordList } from '#app/features/backoffice/editor/record-list.tsx'
import { useMenuRecords } from '#app/features/backoffice/menu/use-menu-records.ts'
import { asItIs } from '#app/features/backoffice/records/read-record.ts'
import { useRecords } from '#app/features/backoffice/records/use-records.ts'
import { LoadingState } from '#app/ui/states.tsx'
import type { OfficeRecord } from '#device/messages.ts'
import { PriceListEditor } from './price-list-editor.tsx'
import { pricesOf, timeText, weekdaysOf, windowOf } from './price-list-draft.ts'
import { useWeekdays } from './use-weekdays.ts'

/** Other prices at some times, for some orders, in some areas: happy hour, the terrace, delivery. */
export function PriceListsSection(): ReactNode {
  const { t } = useTranslation(['prices', 'common'])
  const lists = useRecords('price_list', asItIs)
  const areas = useRecords('area', asItIs)
  const menu = useMenuRecords()
  const weekdays = useWeekdays()
  if (lists === null || areas === null || menu === null) return <LoadingState text={t('common:loading')} />
  const rowText = (record: OfficeRecord): string => {
    const { from, to } = windowOf(record)
    const time = from === to ? t('lists.allDay') : `${timeText(from)}–${timeText(to)}`
    const days = weekdaysOf(record)
      .map((day) => weekdays[day - 1]?.label ?? '')
      .join(' ')
    const when = days === '' ? time : t('lists.days', { days, time })
    return t('lists.priced', { when, count: Object.keys(pricesOf(record)).length })
  }
  return (
    <RecordList
      title={t('lists.title')}
      newLabel={t('lists.new')}
      emptyText={t('lists.empty')}
      records={lists}
      rowText={rowText}
      editor={({ record, now, onClose }) => (
        <PriceListEditor
          key={record?.id ?? ''}
          record={record}
          now={now}
          menu={menu}
          areas={areas}
          weekdays={weekdays}
          onClose={onClose}
        />
      )}
    />
  )
}
