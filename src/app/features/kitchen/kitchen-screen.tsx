import { useLocalStorage } from '@mantine/hooks'
import { IconListNumbers } from '@tabler/icons-react'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '#app/data/use-ask.ts'
import { useStatus } from '#app/data/use-status.ts'
import { Button } from '#app/ui/button.tsx'
import type { KitchenView } from '#device/messages.ts'
import { AllDayPanel } from './all-day-panel.tsx'
import { portionsLeft } from './board.ts'
import { ExpoBoard } from './expo-board.tsx'
import { KitchenBoard } from './kitchen-board.tsx'
import { SoundButton } from './sound-button.tsx'
import { EXPO, StationPicker } from './station-picker.tsx'
import { StatusLine } from './status-line.tsx'
import { useBoard } from './use-board.ts'
import { useChime } from './use-chime.ts'
import { useLinkAlarm } from './use-link-alarm.ts'
import classes from './kitchen-screen.module.css'

const NOTHING: KitchenView = { stations: [], tickets: [] }

/** What the kitchen has to cook, and nothing else. */
export function KitchenScreen(): ReactNode {
  const { t } = useTranslation('kitchen')
  const { chosen, setChosen, allDay, toggleAllDay } = useKept()
  const stationId = chosen === EXPO ? null : chosen
  const kitchen = useAsk('kitchen', { stationId }, { keepPrevious: true })
  const alarm = useLinkAlarm(useStatus().link)
  const chime = useChime()
  const view = kitchen.data ?? NOTHING
  const { stations, tickets } = view
  const settled = kitchen.isSuccess && !kitchen.isPlaceholderData
  const board = useBoard({ stationId, tickets, settled }, chime.announce)
  useEffect(() => {
    // A station that is no more must not leave a kitchen looking at nothing.
    const lost = stationId !== null && stations.length > 0 && !stations.some(({ id }) => id === stationId)
    if (lost) setChosen(null)
  }, [stationId, stations, setChosen])

  return (
    <div className={classes.screen}>
      <header className={classes.bar}>
        <h1 className={classes.title}>{t('title')}</h1>
        <StationPicker stations={stations} value={chosen} onChange={setChosen} />
        <SoundButton state={chime.state} onToggle={chime.toggle} />
        {/* Last: the first tap anywhere shortens the words on the sound's button, and must not move this one. */}
        <Button
          className={classes.sound ?? ''}
          aria-pressed={allDay}
          icon={<IconListNumbers aria-hidden size={24} stroke={1.75} />}
          onClick={toggleAllDay}
        >
          <span className={classes.soundWord}>{t('allDay')}</span>
        </Button>
      </header>
      <StatusLine alarm={alarm} tickets={board.cards.length} portions={portionsLeft(board.cards)} />
      {allDay && <AllDayPanel tickets={board.cards} />}
      {chosen === EXPO ? (
        <ExpoBoard view={view} settled={settled} />
      ) : (
        <KitchenBoard board={board} state={kitchen.status} onRetry={() => void kitchen.refetch()} />
      )}
    </div>
  )
}

/** What this screen is for: kept on the device, for it hangs above one stove. */
function useKept() {
  const [chosen, setChosen] = useLocalStorage<string | null>({
    key: 'comanda.kitchen.station',
    defaultValue: null,
    getInitialValueInEffect: false,
  })
  const [allDay, setAllDay] = useLocalStorage({
    key: 'comanda.kitchen.allDay',
    defaultValue: false,
    getInitialValueInEffect: false,
  })
  return { chosen, setChosen, allDay, toggleAllDay: () => setAllDay(!allDay) }
}
