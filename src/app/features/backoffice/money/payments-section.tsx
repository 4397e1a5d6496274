import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LoadingState } from '#app/ui/states.tsx'
import { METHODS } from '#domain/payment/payment.ts'
import { asItIs } from '#app/features/backoffice/records/read-record.ts'
import type { FieldSpec } from '#app/features/backoffice/editor/simple-draft.ts'
import { SimpleList } from '#app/features/backoffice/editor/simple-list.tsx'
import { useRecords } from '#app/features/backoffice/records/use-records.ts'

/** Ways to pay beside cash and card: meal vouchers, rooms, delivery platforms. */
export function PaymentsSection(): ReactNode {
  const { t } = useTranslation(['office', 'common'])
  const methods = useRecords('payment_method', asItIs)
  const specs = useMemo(
    (): readonly FieldSpec[] => [
      { kind: 'name', field: 'name', label: t('payments.name'), hint: t('payments.nameHint') },
      {
        kind: 'choice',
        field: 'kind',
        label: t('payments.kind'),
        options: METHODS.map((id) => ({ id, label: t(`payments.${id}`) })),
        initial: 'voucher',
      },
    ],
    [t],
  )
  if (methods === null) return <LoadingState text={t('common:loading')} />
  return (
    <SimpleList
      type="payment_method"
      title={t('payments.title')}
      newLabel={t('payments.new')}
      emptyText={t('payments.empty')}
      specs={specs}
      records={methods}
      rowText={(method) => t(`payments.${METHODS.find((one) => one === method['kind']) ?? 'other'}`)}
      ordered
    />
  )
}
