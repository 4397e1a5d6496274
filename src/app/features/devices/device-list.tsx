import {
  IconDeviceTablet,
  IconDeviceTabletOff,
  IconClockExclamation,
  IconClockUp,
  IconPlus,
  IconServer,
} from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Chip } from '#app/ui/chip.tsx'
import { Note } from '#app/ui/note.tsx'
import { useAge } from '#app/ui/use-age.ts'
import type { DevicesView, DeviceView } from '#device/messages/device-views.ts'
import { DeviceDialog } from './device-dialog.tsx'
import { useDeviceName, usePresenceWords } from './device-words.ts'
import classes from './devices.module.css'
import { PairDialog } from './pair-dialog.tsx'
import { clockOffMs } from './presence.ts'

interface Props {
  readonly view: DevicesView
  readonly mayChange: boolean
}

/** Each opened by a tap. */
export function DeviceList({ view, mayChange }: Props): ReactNode {
  const { t } = useTranslation('devices')
  const [openId, setOpenId] = useState<string | null>(null)
  const [pairing, setPairing] = useState(false)
  const open = view.devices.find(({ id }) => id === openId)
  return (
    <section className={classes.main} aria-label={t('list')}>
      <div className={classes.listHead}>
        <h2 className={classes.heading}>{t('list')}</h2>
        {mayChange && (
          <Button icon={<IconPlus size={20} aria-hidden />} onClick={() => setPairing(true)}>
            {t('add')}
          </Button>
        )}
      </div>
      {!view.reached && <Note tone="busy" title={t('notReached')} text={t('notReachedText')} />}
      <ul className={classes.list}>
        {view.devices.map((device) => (
          <DeviceRow
            key={device.id}
            device={device}
            now={view.now}
            reached={view.reached}
            onOpen={() => setOpenId(device.id)}
          />
        ))}
      </ul>
      {open !== undefined && (
        <DeviceDialog
          key={open.id}
          device={open}
          now={view.now}
          reached={view.reached}
          mayChange={mayChange}
          onClose={() => setOpenId(null)}
        />
      )}
      {pairing && <PairDialog view={view} onClose={() => setPairing(false)} />}
    </section>
  )
}

interface RowProps {
  readonly device: DeviceView
  readonly now: number
  readonly reached: boolean
  readonly onOpen: () => void
}

function DeviceRow({ device, now, reached, onOpen }: RowProps): ReactNode {
  const { t } = useTranslation('devices')
  const nameOf = useDeviceName()
  const wordsOf = usePresenceWords(now, reached)
  const age = useAge()
  const off = clockOffMs(device)
  const lag = device.last?.lag ?? 0
  const Icon = device.kind === 'server' ? IconServer : device.active ? IconDeviceTablet : IconDeviceTabletOff
  return (
    <li>
      <button
        type="button"
        className={classes.row}
        data-off={device.active ? undefined : true}
        onClick={onOpen}
      >
        <Icon size={26} stroke={1.75} aria-hidden />
        <span className={classes.name}>
          {nameOf(device)}
          <span className={classes.soft}>
            {device.kind === 'server' && device.active && !device.isThis ? t('server') : wordsOf(device)}
          </span>
        </span>
        <span className={classes.chips}>
          {lag > 0 && (
            <Chip tone="busy" icon={<IconClockUp size={16} aria-hidden />}>
              {t('lag', { count: lag })}
            </Chip>
          )}
          {off !== null && (
            <Chip tone="bad" icon={<IconClockExclamation size={16} aria-hidden />}>
              {t('clockOff', { age: age(off) })}
            </Chip>
          )}
        </span>
      </button>
    </li>
  )
}
