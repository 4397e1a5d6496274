import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LoadingState } from '#app/ui/states.tsx'
import { deviceOfPrinter } from '#domain/kitchen/own-printer.ts'
import { isUsbFile } from '#domain/kitchen/printer-checks.ts'
import { PRINTER_MODEL_NAMES } from '#domain/kitchen/printer-models.ts'
import { DRAWER_PINS, PRINTER_COLUMNS, STATION_OUTPUTS } from '#domain/kitchen/station.ts'
import { text, whole } from '#app/features/backoffice/records/read.ts'
import { asItIs } from '#app/features/backoffice/records/read-record.ts'
import type { FieldSpec } from '#app/features/backoffice/editor/simple-draft.ts'
import { SimpleList } from '#app/features/backoffice/editor/simple-list.tsx'
import type { OfficeRecord } from '#device/messages.ts'
import { useRecords } from '#app/features/backoffice/records/use-records.ts'

const PORT_USUAL = 9100
const PORT_MAX = 65_535

/** Where dishes are made, and the printers of the house. */
export function KitchenSection(): ReactNode {
  const { t } = useTranslation(['office', 'common'])
  const stations = useRecords('station', asItIs)
  const printers = useRecords('printer', asItIs)
  const stationSpecs = useMemo((): readonly FieldSpec[] => {
    const none = { id: '', label: t('stations.noPrinter') }
    const known = (printers ?? []).filter((printer) => printer['active'] === true)
    const choices = [none, ...known.map((printer) => ({ id: printer.id, label: text(printer, 'name') }))]
    const chosen = { kind: 'choice', options: choices, initial: '', mayBeEmpty: true } as const
    return [
      { kind: 'name', field: 'name', label: t('stations.name'), hint: t('stations.nameHint') },
      {
        kind: 'choice',
        field: 'output',
        label: t('stations.output'),
        options: STATION_OUTPUTS.map((id) => ({ id, label: t(`stations.outputs.${id}`) })),
        initial: 'screen',
        mayBeEmpty: true,
      },
      { ...chosen, field: 'printerId', label: t('stations.printer') },
      { ...chosen, field: 'backupPrinterId', label: t('stations.backup') },
    ]
  }, [t, printers])
  const allSpecs = usePrinterSpecs()
  // One that hangs on a device has no address in the house: the device itself is where it is connected.
  const printerSpecs = (printer: OfficeRecord | null): readonly FieldSpec[] =>
    printer === null || !hangsOnDevice(printer)
      ? allSpecs
      : allSpecs.filter(({ field }) => field !== 'host' && field !== 'port')
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
        rowText={(station) => paperText(station, printers, t('stations.noPrinter'))}
        ordered
      />
      <SimpleList
        type="printer"
        title={t('printers.title')}
        newLabel={t('printers.new')}
        emptyText={t('printers.empty')}
        specs={printerSpecs}
        records={printers}
        rowText={(printer) => (hangsOnDevice(printer) ? t('printers.onDevice') : addressText(printer))}
      />
    </>
  )
}

/** What there is to say about a printer. */
function usePrinterSpecs(): readonly FieldSpec[] {
  const { t } = useTranslation('office')
  return useMemo(
    (): readonly FieldSpec[] => [
      { kind: 'name', field: 'name', label: t('printers.name'), hint: t('printers.nameHint') },
      { kind: 'host', field: 'host', label: t('printers.host'), hint: t('printers.hostHint') },
      { kind: 'whole', field: 'port', label: t('printers.port'), min: 1, max: PORT_MAX, initial: PORT_USUAL },
      {
        kind: 'choice',
        field: 'model',
        label: t('printers.model'),
        options: [
          { id: '', label: t('printers.anyModel') },
          ...PRINTER_MODEL_NAMES.map(({ id, name, columns }) => ({
            id,
            label: t('printers.modelOf', { name, columns }),
          })),
        ],
        initial: '',
        mayBeEmpty: true,
      },
      {
        kind: 'choice',
        field: 'columns',
        label: t('printers.columns'),
        options: PRINTER_COLUMNS.map((id) => ({ id: String(id), label: t('printers.columnCount', { id }) })),
        initial: '48',
        isNumber: true,
      },
      {
        kind: 'choice',
        field: 'drawer',
        label: t('printers.drawer'),
        options: DRAWER_PINS.map((id) => ({ id, label: t(`printers.drawers.${id}`) })),
        initial: 'none',
        whenAbsent: 'none',
      },
    ],
    [t],
  )
}

function hangsOnDevice(printer: OfficeRecord): boolean {
  return deviceOfPrinter(text(printer, 'host')) !== null
}

function addressText(printer: OfficeRecord): string {
  const host = text(printer, 'host')
  return isUsbFile(host) ? host : `${host}:${String(whole(printer, 'port'))}`
}

/** The printers of a station that prints, its own first. */
function paperText(station: OfficeRecord, printers: readonly OfficeRecord[], none: string): string {
  if (text(station, 'output') !== 'paper' && text(station, 'output') !== 'both') return ''
  const ids = [text(station, 'printerId'), text(station, 'backupPrinterId')]
  const names = ids.flatMap((id) => printers.filter((printer) => printer.id === id))
  return names.length === 0 ? none : names.map((printer) => text(printer, 'name')).join(' → ')
}
