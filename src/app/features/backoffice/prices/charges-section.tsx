import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { RecordList } from '#app/features/backoffice/editor/record-list.tsx'
import { asItIs } from '#app/features/backoffice/records/read-record.ts'
import { percentText } from '#app/features/backoffice/records/typed.ts'
import { useRecords } from '#app/features/backoffice/records/use-records.ts'
import { LoadingState } from '#app/ui/states.tsx'
import type { ChargeRule } from '#domain/pricing/charge.ts'
import { SETTINGS_ID } from '#domain/store/settings.ts'
import { chargesOf } from './charge-draft.ts'
import { ChargeEditor } from './charge-editor.tsx'

/** What is added to bills: service, delivery, large parties. */
export function ChargesSection(): ReactNode {
  const { t } = useTranslation(['prices', 'common'])
  const { money } = useFormat()
  const settings = useRecords('settings', asItIs)
  if (settings === null) return <LoadingState text={t('common:loading')} />
  const charges = chargesOf(settings.find(({ id }) => id === SETTINGS_ID))
  const rowText = ({ how, minCovers }: ChargeRule): string => {
    const much =
      how.kind === 'percent'
        ? t('charges.rowPercent', { rate: percentText(how.ratePpm) })
        : how.kind === 'fixed'
          ? money(how.amount)
          : t('charges.rowOpen')
    return minCovers === 0 ? much : t('charges.from', { how: much, count: minCovers })
  }
  return (
    <RecordList
      title={t('charges.title')}
      newLabel={t('charges.new')}
      emptyText={t('charges.empty')}
      records={charges.map((charge) => ({ ...charge }))}
      rowText={({ id }) =>
        charges
          .filter((charge) => charge.id === id)
          .map(rowText)
          .join('')
      }
      editor={({ record, onClose }) => (
        <ChargeEditor
          key={record?.id ?? ''}
          charge={charges.find(({ id }) => id === record?.id) ?? null}
          charges={charges}
          onClose={onClose}
        />
      )}
    />
  )
}
