import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { RecordList } from '#app/features/backoffice/editor/record-list.tsx'
import { asItIs } from '#app/features/backoffice/records/read-record.ts'
import { percentText } from '#app/features/backoffice/records/typed.ts'
import { useRecords } from '#app/features/backoffice/records/use-records.ts'
import { LoadingState } from '#app/ui/states.tsx'
import type { OfficeRecord } from '#device/messages.ts'
import { howOf } from './discount-draft.ts'
import { DiscountEditor } from './discount-editor.tsx'

/** What the store takes off by habit: one tap each at the till. */
export function DiscountsSection(): ReactNode {
  const { t } = useTranslation(['prices', 'common'])
  const { money } = useFormat()
  const discounts = useRecords('discount', asItIs)
  if (discounts === null) return <LoadingState text={t('common:loading')} />
  const rowText = (record: OfficeRecord): string => {
    const how = howOf(record)
    if (how.kind === 'amount') return t('discounts.amountOff', { amount: money(how.amount) })
    if (how.kind !== 'percent') return t(`discounts.${how.kind}`)
    const rate = percentText(how.ratePpm)
    return how.cap === null
      ? t('discounts.percentOff', { rate })
      : t('discounts.percentOffUpTo', { rate, cap: money(how.cap) })
  }
  return (
    <RecordList
      title={t('discounts.title')}
      newLabel={t('discounts.new')}
      emptyText={t('discounts.empty')}
      records={discounts}
      rowText={rowText}
      editor={({ record, now, onClose }) => (
        <DiscountEditor key={record?.id ?? ''} record={record} now={now} onClose={onClose} />
      )}
    />
  )
}
