import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import type { KitchenView } from '#device/messages.ts'

const ALL = ''
/** Not a station: the pass, where the orders of all of them come together. */
export const EXPO = 'expo'

interface Props {
  readonly stations: KitchenView['stations']
  readonly value: string | null
  readonly onChange: (stationId: string | null) => void
}

/** Whose work this screen shows. */
export const StationPicker = memo(function StationPicker({ stations, value, onChange }: Props): ReactNode {
  const { t } = useTranslation('kitchen')
  const all = { id: ALL, label: t('allStations') }
  return (
    <FilterBar
      label={t('station')}
      options={[
        all,
        ...stations.map(({ id, name }) => ({ id, label: name })),
        { id: EXPO, label: t('expo') },
      ]}
      chosen={value ?? ALL}
      onChoose={(id) => onChange(id === ALL ? null : id)}
    />
  )
})
