import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LoadingState } from '#app/ui/states.tsx'
import type { OfficeRecord } from '#device/messages.ts'
import { SEAT_MAX } from '#domain/limits.ts'
import { flag, text, whole } from '#app/features/backoffice/records/read.ts'
import { asItIs } from '#app/features/backoffice/records/read-record.ts'
import type { FieldSpec } from '#app/features/backoffice/editor/simple-draft.ts'
import { SimpleList } from '#app/features/backoffice/editor/simple-list.tsx'
import { useRecords } from '#app/features/backoffice/records/use-records.ts'

const SEATS_USUAL = 4

/** The rooms and their tables, in walking order. */
export function FloorSection(): ReactNode {
  const { t } = useTranslation(['office', 'common'])
  const areas = useRecords('area', asItIs)
  const tables = useRecords('table', asItIs)
  if (areas === null || tables === null) return <LoadingState text={t('common:loading')} />
  const used = areas
    .filter((area) => flag(area, 'active'))
    .toSorted((a, b) => whole(a, 'position') - whole(b, 'position'))
  const tablesIn = (id: string): readonly OfficeRecord[] =>
    tables.filter((table) => flag(table, 'active') && text(table, 'areaId') === id)
  // Whatever stands in no area that is used must stay within reach.
  const lost = tables.filter((table) => used.every(({ id }) => id !== text(table, 'areaId')))
  return (
    <>
      <Areas areas={areas} countIn={(id) => tablesIn(id).length} />
      {used.map((area) => (
        <Tables
          key={area.id}
          title={t('tables.title', { area: text(area, 'name') })}
          areas={used}
          areaId={area.id}
          tables={tables.filter((table) => text(table, 'areaId') === area.id)}
        />
      ))}
      {lost.length > 0 && <Tables title={t('tables.lost')} areas={used} areaId="" tables={lost} />}
    </>
  )
}

interface AreasProps {
  readonly areas: readonly OfficeRecord[]
  readonly countIn: (areaId: string) => number
}

function Areas({ areas, countIn }: AreasProps): ReactNode {
  const { t } = useTranslation('office')
  const specs: readonly FieldSpec[] = [
    { kind: 'name', field: 'name', label: t('areas.name'), hint: t('areas.nameHint') },
  ]
  return (
    <SimpleList
      type="area"
      title={t('areas.title')}
      newLabel={t('areas.new')}
      emptyText={t('areas.empty')}
      specs={specs}
      records={areas}
      rowText={(area) => t('areas.tables', { count: countIn(area.id) })}
      ordered
    />
  )
}

interface TablesProps {
  readonly title: string
  readonly areas: readonly OfficeRecord[]
  /** Where a new one stands, and all that are listed. */
  readonly areaId: string
  readonly tables: readonly OfficeRecord[]
}

function Tables({ title, areas, areaId, tables }: TablesProps): ReactNode {
  const { t } = useTranslation('office')
  const specs: readonly FieldSpec[] = [
    { kind: 'name', field: 'name', label: t('tables.name'), hint: '12' },
    { kind: 'whole', field: 'seats', label: t('tables.seats'), min: 0, max: SEAT_MAX, initial: SEATS_USUAL },
    {
      kind: 'choice',
      field: 'areaId',
      label: t('tables.area'),
      options: [
        { id: '', label: t('items.choose') },
        ...areas.map((area) => ({ id: area.id, label: text(area, 'name') })),
      ],
      initial: areaId,
    },
  ]
  return (
    <SimpleList
      type="table"
      title={title}
      newLabel={t('tables.new')}
      emptyText={t('tables.empty')}
      specs={specs}
      records={tables}
      rowText={(table) => t('tables.seatCount', { count: whole(table, 'seats') })}
      ordered
    />
  )
}
