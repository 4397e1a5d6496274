import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LoadingState } from '#app/ui/states.tsx'
import { text, whole } from './read.ts'
import { asItIs } from './read-record.ts'
import type { FieldSpec } from './simple-draft.ts'
import { SimpleList } from './simple-list.tsx'
import { useRecords } from './use-records.ts'

const PORT_USUAL = 9100
const PORT_MAX = 65_535

/** Where dishes are made, and the printers of the house. */
export function KitchenSection(): ReactNode {
  const { t } = useTranslation(['office', 'common'])
  const stations = useRecords('station', asItIs)
  const printers = useRecords('printer', asItIs)
  const stationSpecs = useMemo(
    (): readonly FieldSpec[] => [
      { kind: 'name', field: 'name', label: t('stations.name'), hint: t('stations.nameHint') },
    ],
    [t],
  )
  const printerSpecs = useMemo(
    (): readonly FieldSpec[] => [
      { kind: 'name', field: 'name', label: t('printers.name'), hint: t('printers.nameHint') },
      { kind: 'host', field: 'host', label: t('printers.host'), hint: '192.168.1.50' },
      { kind: 'whole', field: 'port', label: t('printers.port'), min: 1, max: PORT_MAX, initial: PORT_USUAL },
      {
        kind: 'choice',
        field: 'columns',
        label: t('printers.columns'),
        options: ['48', '42', '32'].map((id) => ({ id, label: t('printers.columnCount', { id }) })),
        initial: '48',
        isNumber: true,
      },
    ],
    [t],
  )
  if (stations === null || printers === null) return <LoadingState text={t('common:loading')} />
  return (
    <>
      <SimpleList
        type="station"
        title={t('stations.title')}
        newLabel={t('stations.new')}
        emptyText={t('stations.empty')}
        specs={stationSpecs}
        records={stations}
        rowText={() => ''}
        ordered
      />
      <SimpleList
        type="printer"
        title={t('printers.title')}
        newLabel={t('printers.new')}
        emptyText={t('printers.empty')}
        specs={printerSpecs}
        records={printers}
        rowText={(printer) => `${text(printer, 'host')}:${String(whole(printer, 'port'))}`}
      />
    </>
  )
}
