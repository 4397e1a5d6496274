import {
  IconBuildingStore,
  IconCloud,
  IconDatabase,
  IconDeviceTablet,
  IconLock,
  IconLockOpen,
  IconShieldCheck,
  IconShieldQuestion,
  IconWifi,
  IconWifiOff,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { useFailureWords } from '#app/data/failure-words.ts'
import { bytesInWords } from '#app/ui/bytes.ts'
import { Note } from '#app/ui/note.tsx'
import { useAge } from '#app/ui/use-age.ts'
import type { DeviceStatus, PlaceStatus } from '#device/messages.ts'
import { PairAgain } from './pair-again.tsx'
import classes from './safety.module.css'

interface Props {
  readonly status: DeviceStatus
  readonly now: number
}

/** The three places in words: how much is not yet in each and since when, which line is down, the connection, and what the browser promised. */
export function SafetyPlaces({ status, now }: Props): ReactNode {
  const { t } = useTranslation('common')
  const { time } = useFormat()
  const age = useAge()
  const placeText = (place: PlaceStatus, safe: string, none: string): string => {
    if (place.state === 'none') return none
    if (place.state === 'safe') return safe
    if (place.oldestAt === null) return t('safety.placeNotYet')
    const since = { time: time(place.oldestAt), age: age(now - place.oldestAt) }
    return t('safety.placeWaiting', { count: place.waiting, ...since })
  }
  return (
    <>
      <div className={classes.notes}>
        {status.problem === 'device_unknown' && <PairAgain status={status} />}
        {status.problem === 'storage_nearly_full' && <Told code={status.problem} tone="busy" />}
        {status.problem === 'device_forked' && <Told code={status.problem} tone="info" />}
        {status.renewed && <Told code="device_renewed" tone="info" />}
        {status.leftBehind > 0 && (
          <Note
            tone="busy"
            title={t('safety.leftBehind', { count: status.leftBehind })}
            text={t('safety.leftBehindText')}
          />
        )}
      </div>
      <ul className={classes.places}>
        <Place icon={<IconDeviceTablet size={24} stroke={1.75} />} name={t('safety.here')} state="safe">
          {`${t('safety.hereText')} ${t('safety.hereCount', { count: status.savedHere })}.`}
        </Place>
        <Place
          icon={<IconBuildingStore size={24} stroke={1.75} />}
          name={t('safety.inStore')}
          state={status.store.state}
        >
          {placeText(status.store, t('safety.storeSafe'), t('safety.storeNone'))}
        </Place>
        <Place
          icon={<IconCloud size={24} stroke={1.75} />}
          name={t('safety.inCloud')}
          state={status.cloud.state}
        >
          {placeText(status.cloud, t('safety.cloudSafe'), t('safety.cloudNone'))}
        </Place>
      </ul>
      <Facts status={status} />
    </>
  )
}

function Told({ code, tone }: { readonly code: string; readonly tone: 'info' | 'busy' }): ReactNode {
  const words = useFailureWords()({ code })
  return <Note tone={tone} title={words.message} text={words.remedy} />
}

interface PlaceProps {
  readonly icon: ReactNode
  readonly name: string
  readonly state: PlaceStatus['state']
  readonly children: string
}

function Place({ icon, name, state, children }: PlaceProps): ReactNode {
  return (
    <li className={classes.place} data-state={state}>
      {icon}
      <span>
        <span className={classes.placeName}>{name}</span>
        <span className={classes.soft}>{children}</span>
      </span>
    </li>
  )
}

function Facts({ status }: { readonly status: DeviceStatus }): ReactNode {
  const { t } = useTranslation('common')
  const link = { live: 'safety.live', polling: 'safety.polling', offline: 'safety.offlineText' } as const
  const promise =
    status.persisted === null
      ? t('safety.persistUnknown')
      : t(status.persisted ? 'safety.persisted' : 'safety.notPersisted')
  const { storageUsedBytes: used, storageQuotaBytes: quota } = status
  return (
    <div className={classes.facts}>
      <span className={classes.fact}>
        {status.link === 'offline' ? <IconWifiOff size={20} /> : <IconWifi size={20} />}
        {t(link[status.link])}
      </span>
      <span className={classes.fact}>
        {status.persisted === true ? <IconShieldCheck size={20} /> : <IconShieldQuestion size={20} />}
        {promise}
      </span>
      <span className={classes.fact}>
        {status.encrypted ? <IconLock size={20} /> : <IconLockOpen size={20} />}
        {t(status.encrypted ? 'safety.encrypted' : 'safety.notEncrypted')}
      </span>
      <span className={classes.fact}>
        <IconDatabase size={20} />
        <span>
          {status.deviceName !== null && t('safety.device', { name: status.deviceName })}
          {used !== null && quota !== null && (
            <span className={classes.soft}>
              {' · '}
              {t('safety.storage', { used: bytesInWords(used), quota: bytesInWords(quota) })}
            </span>
          )}
        </span>
      </span>
    </div>
  )
}
