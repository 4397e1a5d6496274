import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ManyPills } from '#app/features/backoffice/editor/pills.tsx'
import { SERVICES } from '#domain/order/order.ts'

interface Props {
  /** None: every kind of order. */
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

/** For which kinds of order something counts. */
export function ServicePills({ chosen, onChange }: Props): ReactNode {
  const { t } = useTranslation('prices')
  return (
    <ManyPills
      legend={t('services')}
      hint={t('servicesHint')}
      options={SERVICES.map((id) => ({ id, label: t(`service.${id}`) }))}
      chosen={chosen}
      onChange={onChange}
    />
  )
}
