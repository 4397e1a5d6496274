import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useTableLabel } from '#app/data/use-table-label.ts'
import { EmptyState } from '#app/ui/states.tsx'
import { useNow } from '#app/ui/use-now.ts'
import type { FloorView, TableView } from '#device/messages.ts'
import classes from './floor.module.css'
import { TableButton } from './table-button.tsx'

const AGE_STEP_MS = 15_000

interface Props {
  readonly floor: FloorView
  /** Only this area, if there is one of this id. */
  readonly shown: string
  /** Only tables of this person. */
  readonly mine: string | null
  readonly onPress: (table: TableView) => void
}

/** Every table, area by area. */
export function FloorAreas({ floor, shown, mine, onPress }: Props): ReactNode {
  const { t } = useTranslation('pos')
  const now = useNow(AGE_STEP_MS)
  const label = useTableLabel()
  if (floor.tables.length === 0) return <EmptyState title={t('floor.empty')} text={t('floor.emptyText')} />
  const one = floor.areas.some((area) => area.id === shown)
  const areas = (one ? floor.areas.filter((area) => area.id === shown) : floor.areas)
    .map((area) => ({ area, tables: floor.tables.filter((table) => table.areaId === area.id) }))
    .map(({ area, tables }) => ({ area, tables: tables.filter((table) => isOf(table, mine)) }))
    .filter(({ tables }) => tables.length > 0)
  if (areas.length === 0) return <EmptyState title={t('floor.noneMine')} text={t('floor.noneMineText')} />
  return areas.map(({ area, tables }) => (
    <section key={area.id} className={classes.area} aria-label={area.name}>
      <h2 className={classes.areaName}>{area.name}</h2>
      <div className={classes.grid}>
        {tables.map((table) => (
          <TableButton
            key={table.id}
            name={label(table.name)}
            state={table.state}
            seats={table.seats}
            orders={table.orders}
            joined={table.joined}
            now={now}
            onPress={() => onPress(table)}
          />
        ))}
      </div>
    </section>
  ))
}

function isOf(table: TableView, mine: string | null): boolean {
  return mine === null || table.orders.some((order) => order.waiterId === mine)
}
