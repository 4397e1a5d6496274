import { useLocalStorage } from '@mantine/hooks'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '#app/data/use-ask.ts'
import { useStatus } from '#app/data/use-status.ts'
import type { KitchenView } from '#device/messages.ts'
import { portionsLeft } from './board.ts'
import { KitchenBoard } from './kitchen-board.tsx'
import { SoundButton } from './sound-button.tsx'
import { StationPicker } from './station-picker.tsx'
import { StatusLine } from './status-line.tsx'
import { useBoard } from './use-board.ts'
import { useChime } from './use-chime.ts'
import { useLinkAlarm } from './use-link-alarm.ts'
import classes from './kitchen-screen.module.css'

const NOTHING: KitchenView = { stations: [], tickets: [] }

/** What the kitchen has to cook, and nothing else. */
export function KitchenScreen(): ReactNode {
  const { t } = useTranslation('kitchen')
  const [stationId, setStationId] = useLocalStorage<string | null>({
    key: 'comanda.kitchen.station',
    defaultValue: null,
    getInitialValueInEffect: false,
  })
  const kitchen = useAsk('kitchen', { stationId }, { keepPrevious: true })
  const alarm = useLinkAlarm(useStatus().link)
  const chime = useChime()
  const { stations, tickets } = kitchen.data ?? NOTHING
  const settled = kitchen.isSuccess && !kitchen.isPlaceholderData
  const board = useBoard({ stationId, tickets, settled }, chime.announce)
  useEffect(() => {
    // A station that is no more must not leave a kitchen looking at nothing.
    const lost = stationId !== null && stations.length > 0 && !stations.some(({ id }) => id === stationId)
    if (lost) setStationId(null)
  }, [stationId, stations, setStationId])

  return (
    <div className={classes.screen}>
      <header className={classes.bar}>
        <h1 className={classes.title}>{t('title')}</h1>
        <StationPicker stations={stations} value={stationId} onChange={setStationId} />
        <SoundButton state={chime.state} onToggle={chime.toggle} />
      </header>
      <StatusLine alarm={alarm} tickets={board.cards.length} portions={portionsLeft(board.cards)} />
      <KitchenBoard board={board} state={kitchen.status} onRetry={() => void kitchen.refetch()} />
    </div>
  )
}
