import { Modal } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailureWords } from '#app/data/failure-words.ts'
import { useAtServer } from '#app/data/use-at-server.ts'
import { useFormat } from '#app/data/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { useNow } from '#app/ui/use-now.ts'
import type { DevicesView } from '#device/messages/device-views.ts'
import { useDeviceName } from './device-words.ts'
import classes from './devices.module.css'
import { QrPicture } from './qr-picture.tsx'

interface Props {
  readonly view: DevicesView
  readonly onClose: () => void
}

interface Code {
  readonly code: string
  readonly expiresAt: number
}

const LOOK_EVERY_MS = 5_000

/** A code for one new device, to scan or to type; says when it has joined. [PAIR1] */
export function PairDialog({ view, onClose }: Props): ReactNode {
  const { t } = useTranslation('devices')
  const wordsOf = useFailureWords()
  const nameOf = useDeviceName()
  const { busy, failure, run } = useAtServer()
  const [code, setCode] = useState<Code | null>(null)
  const [before] = useState(() => new Set(view.devices.filter(({ active }) => active).map(({ id }) => id)))
  const joined = view.devices.filter(({ id, active }) => active && !before.has(id))
  const make = async (): Promise<void> => {
    const made = await run('pairingCode', null)
    if (made !== null) setCode(made.value)
  }
  return (
    <Modal opened onClose={onClose} title={t('pair.title')} size={460} closeOnClickOutside={false}>
      <div className={classes.dialog}>
        {joined.map((device) => (
          <Note key={device.id} tone="good" title={t('pair.joined', { name: nameOf(device) })} />
        ))}
        {code === null || joined.length > 0 ? (
          <p className={classes.text}>{t('pair.text')}</p>
        ) : (
          <CodeToScan code={code} view={view} />
        )}
        {failure !== null && (
          <Note tone="bad" title={wordsOf(failure).message} text={wordsOf(failure).remedy} />
        )}
        <div className={classes.actions}>
          <Button onClick={onClose}>{t('close')}</Button>
          <span className={classes.space} />
          <Button variant={code === null ? 'primary' : 'plain'} disabled={busy} onClick={() => void make()}>
            {t(code === null ? 'pair.make' : 'pair.again')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}

function CodeToScan({ code: { code, expiresAt }, view }: { readonly code: Code } & Pick<Props, 'view'>) {
  const { t } = useTranslation('devices')
  const { time } = useFormat()
  const now = useNow(LOOK_EVERY_MS)
  const origin = view.origin ?? location.origin
  const isLocal = ['localhost', '127.0.0.1'].includes(new URL(origin).hostname)
  if (expiresAt <= now) return <Note tone="busy" title={t('pair.over')} />
  return (
    <>
      {isLocal && <Note tone="info" title={t('pair.local')} text={t('pair.localText')} />}
      {view.trust !== null && (
        <p className={classes.text}>
          {t('pair.trust')} <strong>{view.trust}</strong>
        </p>
      )}
      <p className={classes.text}>
        {t(view.trust === null ? 'pair.scanOnly' : 'pair.scan', { address: origin })}
      </p>
      <QrPicture text={`${origin}/#pair=${code}`} label={t('pair.qr')} />
      <strong className={classes.code}>{code}</strong>
      <p className={classes.soft}>{t('pair.until', { time: time(expiresAt) })}</p>
    </>
  )
}
