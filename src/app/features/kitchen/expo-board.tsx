import { useCallback, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconBellRinging } from '@tabler/icons-react'
import { EmptyState } from '#app/ui/states.tsx'
import { useNow } from '#app/ui/use-now.ts'
import type { KitchenView } from '#device/messages.ts'
import type { Ticket } from '#domain/kitchen/ticket.ts'
import { ExpoCard } from './expo-card.tsx'
import { expoOrders, servedTickets } from './expo.ts'
import { ReadyStrip } from './ready-strip.tsx'
import { useKitchenWords } from './use-kitchen-words.ts'
import { useServed } from './use-served.ts'
import classes from './kitchen-screen.module.css'

const TICK_MS = 10_000

interface Props {
  readonly view: KitchenView
  readonly settled: boolean
}

/** The pass: every order of every station, what can go out, and what it still waits for. [EXPO1] [EXPO2] */
export function ExpoBoard({ view, settled }: Props): ReactNode {
  const { t } = useTranslation('kitchen')
  const now = useNow(TICK_MS)
  const words = useKitchenWords()
  const { lines: served, serve, bringBack } = useServed(view.tickets, settled)
  const orders = useMemo(() => expoOrders(view.tickets, served), [view.tickets, served])
  const gone = useMemo(() => servedTickets(view.tickets, served), [view.tickets, served])
  const stations = useMemo(() => new Map(view.stations.map(({ id, name }) => [id, name])), [view.stations])
  const stationName = useCallback((id: string) => stations.get(id) ?? '', [stations])
  return (
    <>
      {orders.length === 0 && settled && (
        <div className={classes.noCards}>
          <EmptyState
            icon={<IconBellRinging aria-hidden size={72} stroke={1.2} />}
            title={t('expoEmpty')}
            text={t('expoEmptyText')}
          />
        </div>
      )}
      <div className={classes.board}>
        {orders.map(({ ticket }) => (
          <ExpoCard
            key={ticket.orderId}
            ticket={ticket}
            served={servedOf(ticket, served)}
            now={now}
            words={words}
            stationName={stationName}
            onServe={serve}
          />
        ))}
      </div>
      <footer className={classes.foot}>
        <ReadyStrip title={t('servedTitle')} tickets={gone} words={words} onRecall={bringBack} />
      </footer>
    </>
  )
}

function servedOf(ticket: Ticket, served: ReadonlySet<string>): string {
  const ids = ticket.lines.map((line) => line.itemId)
  return ids.filter((itemId) => served.has(itemId)).join(' ')
}
