import { useMediaQuery } from '@mantine/hooks'
import { IconPaperBag } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '#app/data/use-ask.ts'
import { Button } from '#app/ui/button.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { HiddenText } from '#app/ui/hidden-text.tsx'
import { EmptyState, ErrorState, LoadingState } from '#app/ui/states.tsx'
import { useNow } from '#app/ui/use-now.ts'
import type { FloorView, TableView } from '#device/messages.ts'
import classes from './floor.module.css'
import { OrderChooser } from './order-chooser.tsx'
import { TableButton } from './table-button.tsx'
import { TakeawayList } from './takeaway-list.tsx'
import { useOpenOrder } from './use-open-order.ts'
import { useTableLabel } from '#app/data/use-table-label.ts'

const AGE_STEP_MS = 15_000
const ALL = 'all'
const TAKEAWAY = 'takeaway'

interface Props {
  readonly onOpenOrder: (orderId: string) => void
}

export function FloorScreen({ onOpenOrder }: Props): ReactNode {
  const { t } = useTranslation('common')
  const { data: floor, error, refetch } = useAsk('floor', null)
  if (error !== null && floor === undefined) {
    return (
      <ErrorState title={t('failed')} text={t('failedRemedy')}>
        <Button onClick={() => void refetch()}>{t('retry')}</Button>
      </ErrorState>
    )
  }
  if (floor === undefined) return <LoadingState text={t('loading')} />
  return <Floor floor={floor} onOpenOrder={onOpenOrder} />
}

/** The room: every table with its state, and what goes out of the door. */
function Floor({ floor, onOpenOrder }: Props & { readonly floor: FloorView }): ReactNode {
  const { t } = useTranslation('pos')
  const [shown, setShown] = useState(ALL)
  const [choosing, setChoosing] = useState<TableView | null>(null)
  const narrow = useMediaQuery('(width < 860px)', undefined, { getInitialValueInEffect: false })
  const open = useOpenOrder(onOpenOrder)

  const press = (table: TableView): void => {
    const [first] = table.orders
    if (table.orders.length > 1) setChoosing(table)
    else if (first === undefined) void open('dine_in', table.id)
    else onOpenOrder(first.orderId)
  }
  const takeaway = <TakeawayList orders={floor.takeaway} onOpenOrder={onOpenOrder} />
  const newTakeaway = (
    <div className={classes.sideFoot}>
      <Button
        variant="primary"
        large
        wide
        icon={<IconPaperBag size={24} stroke={1.75} aria-hidden />}
        onClick={() => void open('takeaway', null)}
      >
        {t('floor.newTakeaway')}
      </Button>
    </div>
  )
  return (
    <div className={classes.screen}>
      <section className={classes.tables} aria-label={t('floor.title')}>
        <HiddenText as="h1">{t('floor.title')}</HiddenText>
        <div className={classes.top}>
          <FilterBar
            label={t('floor.filter')}
            options={filterOptions(floor, narrow, t('floor.all'), t('floor.takeaway'))}
            chosen={!narrow && shown === TAKEAWAY ? ALL : shown}
            onChoose={setShown}
          />
        </div>
        <div className={classes.scroll}>
          {narrow && shown === TAKEAWAY ? takeaway : <Areas floor={floor} shown={shown} onPress={press} />}
        </div>
      </section>
      {narrow ? (
        newTakeaway
      ) : (
        <section className={classes.side} aria-label={t('floor.takeaway')}>
          <h2 className={classes.sideTop}>{t('floor.takeaway')}</h2>
          <div className={classes.sideList}>{takeaway}</div>
          {newTakeaway}
        </section>
      )}
      <OrderChooser table={choosing} onChoose={onOpenOrder} onClose={() => setChoosing(null)} />
    </div>
  )
}

function filterOptions(floor: FloorView, narrow: boolean, all: string, takeaway: string) {
  const areas = floor.areas.map(({ id, name }) => ({ id, label: name }))
  const out = { id: TAKEAWAY, label: takeaway, count: floor.takeaway.length }
  return [{ id: ALL, label: all }, ...areas, ...(narrow ? [out] : [])]
}

interface AreasProps {
  readonly floor: FloorView
  readonly shown: string
  readonly onPress: (table: TableView) => void
}

function Areas({ floor, shown, onPress }: AreasProps): ReactNode {
  const { t } = useTranslation('pos')
  const now = useNow(AGE_STEP_MS)
  const label = useTableLabel()
  if (floor.tables.length === 0) return <EmptyState title={t('floor.empty')} text={t('floor.emptyText')} />
  const one = floor.areas.some((area) => area.id === shown)
  const areas = one ? floor.areas.filter((area) => area.id === shown) : floor.areas
  return areas.map((area) => (
    <section key={area.id} className={classes.area} aria-label={area.name}>
      <h2 className={classes.areaName}>{area.name}</h2>
      <div className={classes.grid}>
        {floor.tables
          .filter((table) => table.areaId === area.id)
          .map((table) => (
            <TableButton
              key={table.id}
              name={label(table.name)}
              state={table.state}
              seats={table.seats}
              orders={table.orders}
              now={now}
              onPress={() => onPress(table)}
            />
          ))}
      </div>
    </section>
  ))
}
