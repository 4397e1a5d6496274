import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LoadingState } from '#app/ui/states.tsx'
import type { OfficeRecord } from '#device/messages.ts'
import { flag, whole } from '#app/features/backoffice/records/read.ts'
import { asItIs } from '#app/features/backoffice/records/read-record.ts'
import { percentText } from '#app/features/backoffice/records/typed.ts'
import type { FieldSpec } from '#app/features/backoffice/editor/simple-draft.ts'
import { SimpleList } from '#app/features/backoffice/editor/simple-list.tsx'
import { TaxPresets } from './tax-presets.tsx'
import { useRecords } from '#app/features/backoffice/records/use-records.ts'

/** Taxes by name and rate, and what is usual in a country. Compound and fixed taxes come with their preset. */
export function TaxesSection(): ReactNode {
  const { t } = useTranslation(['office', 'common'])
  const taxes = useRecords('tax', asItIs)
  const specs = useMemo(
    (): readonly FieldSpec[] => [
      { kind: 'name', field: 'name', label: t('taxes.name'), hint: t('taxes.nameHint') },
      { kind: 'percent', field: 'ratePpm', label: t('taxes.rate'), hint: '13' },
      {
        kind: 'flag',
        field: 'inclusive',
        label: t('taxes.inclusive'),
        hint: t('taxes.inclusiveHint'),
        initial: true,
      },
    ],
    [t],
  )
  if (taxes === null) return <LoadingState text={t('common:loading')} />
  const rowText = (tax: OfficeRecord): string =>
    t(flag(tax, 'inclusive') ? 'taxes.inside' : 'taxes.onTop', {
      rate: percentText(whole(tax, 'ratePpm')),
    })
  return (
    <>
      <SimpleList
        type="tax"
        title={t('taxes.title')}
        newLabel={t('taxes.new')}
        emptyText={t('taxes.empty')}
        specs={specs}
        records={taxes}
        rowText={rowText}
      />
      <TaxPresets known={taxes} />
    </>
  )
}
