import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailureWords } from '#app/data/failure-words.ts'
import { useAtServer } from '#app/data/use-at-server.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import type { DeviceView } from '#device/messages/device-views.ts'
import { useDeviceName } from './device-words.ts'
import classes from './devices.module.css'

interface Props {
  readonly device: DeviceView
  readonly onCancel: () => void
  readonly onDone: () => void
}

/** What comes of it is said before it is done. [DEVICE2] */
export function RevokeQuestion({ device, onCancel, onDone }: Props): ReactNode {
  const { t } = useTranslation('devices')
  const nameOf = useDeviceName()
  const wordsOf = useFailureWords()
  const { busy, failure, run } = useAtServer()
  const { renewals } = device
  const lag = device.last?.lag ?? 0
  const revoke = async (): Promise<void> => {
    if ((await run('saveDevice', { dev: device.id, change: { revoke: true } })) !== null) onDone()
  }
  return (
    <div className={classes.dialog}>
      <h3 className={classes.question}>{t('revokeTitle', { name: nameOf(device) })}</h3>
      {device.isThis && <Note tone="busy" title={t('revokeThis')} />}
      {lag > 0 && <Note tone="bad" title={t('revokeLag', { count: lag })} />}
      <p className={classes.text}>{t('revokeText')}</p>
      {renewals.length > 0 && (
        <p className={classes.text}>{t('revokeRenewals', { names: renewals.map(nameOf).join(', ') })}</p>
      )}
      <p className={classes.text}>{t('revokeKeeps')}</p>
      {failure !== null && (
        <Note tone="bad" title={wordsOf(failure).message} text={wordsOf(failure).remedy} />
      )}
      <div className={classes.actions}>
        <span className={classes.space} />
        <Button onClick={onCancel}>{t('cancel')}</Button>
        <Button variant="danger" disabled={busy} onClick={() => void revoke()}>
          {t('revokeYes')}
        </Button>
      </div>
    </div>
  )
}
