import { useMediaQuery, useSessionStorage } from '@mantine/hooks'
import { IconUserCheck } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '#app/data/session-context.ts'
import { useAsk } from '#app/data/use-ask.ts'
import { Button } from '#app/ui/button.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { HiddenText } from '#app/ui/hidden-text.tsx'
import { ErrorState, LoadingState } from '#app/ui/states.tsx'
import type { FloorView, TableView } from '#device/messages.ts'
import { CoversDialog } from './covers-dialog.tsx'
import { FloorAreas } from './floor-areas.tsx'
import classes from './floor.module.css'
import { NewOrderButtons } from './new-order-buttons.tsx'
import { OrderChooser } from './order-chooser.tsx'
import { TakeawayList } from './takeaway-list.tsx'
import { useOpenOrder } from './use-open-order.ts'

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

/** The room: every table with its state, and what has no table. */
function Floor({ floor, onOpenOrder }: Props & { readonly floor: FloorView }): ReactNode {
  const { t } = useTranslation('pos')
  const { shown, setShown, mine, toggleMine } = useFloorFilter()
  const narrow = useMediaQuery('(width < 860px)', undefined, { getInitialValueInEffect: false })
  const open = useOpenOrder(onOpenOrder)
  const { press, dialogs } = usePress(onOpenOrder, open)

  const out = floor.takeaway.filter((order) => mine === null || order.waiterId === mine)
  const takeaway = <TakeawayList orders={out} onOpenOrder={onOpenOrder} />
  return (
    <div className={classes.screen}>
      <section className={classes.tables} aria-label={t('floor.title')}>
        <HiddenText as="h1">{t('floor.title')}</HiddenText>
        <div className={classes.top}>
          <FilterBar
            label={t('floor.filter')}
            options={filterOptions(floor, narrow ? out.length : null, t('floor.all'), t('floor.takeaway'))}
            chosen={!narrow && shown === TAKEAWAY ? ALL : shown}
            onChoose={setShown}
          />
          <Button
            className={classes.mine ?? ''}
            aria-pressed={mine !== null}
            icon={<IconUserCheck size={20} stroke={1.75} aria-hidden />}
            onClick={toggleMine}
          >
            {t('floor.mine')}
          </Button>
        </div>
        <div className={classes.scroll}>
          {narrow && shown === TAKEAWAY ? (
            takeaway
          ) : (
            <FloorAreas floor={floor} shown={shown} mine={mine} onPress={press} />
          )}
        </div>
      </section>
      {narrow ? (
        <NewOrderButtons onOpen={open} />
      ) : (
        <section className={classes.side} aria-label={t('floor.takeaway')}>
          <h2 className={classes.sideTop}>{t('floor.takeaway')}</h2>
          <div className={classes.sideList}>{takeaway}</div>
          <NewOrderButtons onOpen={open} />
        </section>
      )}
      {dialogs}
    </div>
  )
}

/** What of the room is shown: kept while this tab is open, so that coming back from an order changes nothing. */
function useFloorFilter() {
  const { person } = useSession()
  const [shown, setShown] = useSessionStorage({
    key: 'comanda.floor.shown',
    defaultValue: ALL,
    getInitialValueInEffect: false,
  })
  const [who, setWho] = useSessionStorage<string | null>({
    key: 'comanda.floor.mine',
    defaultValue: null,
    getInitialValueInEffect: false,
  })
  const me = person?.id ?? null
  // Somebody else who logs in on this till sees the whole room.
  const mine = who === me ? who : null
  return { shown, setShown, mine, toggleMine: () => setWho(mine === null ? me : null) }
}

/** What a tap on a table does: its order, which of its orders, or a new one. */
function usePress(onOpenOrder: Props['onOpenOrder'], open: ReturnType<typeof useOpenOrder>) {
  const [choosing, setChoosing] = useState<TableView | null>(null)
  const [seating, setSeating] = useState<TableView | null>(null)
  const askCovers = useAsk('store', null).data?.askCovers === true
  const press = (table: TableView): void => {
    const [first] = table.orders
    if (table.orders.length > 1) setChoosing(table)
    else if (first !== undefined) onOpenOrder(first.orderId)
    else if (askCovers) setSeating(table)
    else void open({ service: 'dine_in', tableId: table.id })
  }
  const seat = (covers: number): void => {
    if (seating !== null) void open({ service: 'dine_in', tableId: seating.id, covers })
    setSeating(null)
  }
  const dialogs = (
    <>
      <OrderChooser table={choosing} onChoose={onOpenOrder} onClose={() => setChoosing(null)} />
      <CoversDialog table={seating} onChoose={seat} onClose={() => setSeating(null)} />
    </>
  )
  return { press, dialogs }
}

function filterOptions(floor: FloorView, out: number | null, all: string, takeaway: string) {
  const areas = floor.areas.map(({ id, name }) => ({ id, label: name }))
  const [one] = areas
  const rooms = areas.length === 1 && one !== undefined ? [] : areas
  const last = out === null ? [] : [{ id: TAKEAWAY, label: takeaway, count: out }]
  return [{ id: ALL, label: all }, ...rooms, ...last]
}
