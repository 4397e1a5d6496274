import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { useAge } from '#app/ui/use-age.ts'
import type { DeviceView } from '#device/messages/device-views.ts'
import { presenceOf } from './presence.ts'

/** A device by name and letter, as its orders are called. */
export function useDeviceName(): (device: Pick<DeviceView, 'name' | 'letter'>) => string {
  const { t } = useTranslation('devices')
  return ({ name, letter }) => (letter === '' ? name : t('name', { name, letter }))
}

/** Whether and when it was here, in one line. */
export function usePresenceWords(now: number, reached: boolean): (device: DeviceView) => string {
  const { t } = useTranslation('devices')
  const { time } = useFormat()
  const age = useAge()
  return (device) => {
    const presence = presenceOf(device, now, reached)
    if (presence !== 'away' || device.last === null) return t(presence === 'away' ? 'never' : presence)
    return t('seen', { time: time(device.last.at), age: age(now - device.last.at) })
  }
}
