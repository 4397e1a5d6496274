import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { bytesInWords } from '#app/ui/bytes.ts'
import type { DeviceSeen, DeviceView } from '#device/messages/device-views.ts'
import { useDeviceName, usePresenceWords } from './device-words.ts'
import classes from './devices.module.css'

interface Props {
  readonly device: DeviceView
  readonly now: number
  readonly reached: boolean
}

/** What is known of a device, each in a line. [DEVICE3] */
export function DeviceFacts({ device, now, reached }: Props): ReactNode {
  const { t } = useTranslation('devices')
  const wordsOf = usePresenceWords(now, reached)
  const nameOf = useDeviceName()
  const clockWords = useClockWords()
  const { last, renewals, here } = device
  const storage =
    last === null || last.usedBytes === null || last.quotaBytes === null
      ? t('notSaid')
      : t('facts.used', { used: bytesInWords(last.usedBytes), quota: bytesInWords(last.quotaBytes) })
  const lag = last === null ? null : last.lag === 0 ? t('noLag') : t('lag', { count: last.lag })
  const rows: readonly (readonly [string, string | null])[] = [
    [t('facts.state'), wordsOf(device)],
    [t('facts.lag'), lag],
    [t('facts.head'), t('facts.headText', { count: here })],
    [t('facts.link'), last === null ? null : t(`facts.${last.via}`)],
    [t('facts.clock'), last === null ? null : clockWords(last)],
    [t('facts.storage'), last === null ? null : storage],
    [t('facts.app'), last === null ? null : last.app === '' ? t('notSaid') : last.app],
    [t('facts.renewals'), renewals.length === 0 ? null : renewals.map(nameOf).join(', ')],
  ]
  return (
    <dl className={classes.facts}>
      {rows.map(([name, said]) =>
        said === null ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{said}</dd>
          </div>
        ),
      )}
    </dl>
  )
}

const MS_PER_S = 1000

/** A device whose clock is slow adds to it: its offset is above zero. */
function useClockWords(): (last: DeviceSeen) => string {
  const { t } = useTranslation('devices')
  return ({ offsetMs }) => {
    if (offsetMs === null) return t('notSaid')
    const seconds = Math.round(Math.abs(offsetMs) / MS_PER_S)
    if (seconds <= 1) return t('facts.clockGood')
    return t(offsetMs > 0 ? 'facts.clockBehind' : 'facts.clockAhead', { seconds })
  }
}
