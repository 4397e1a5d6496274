import { Modal, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailureWords } from '#app/data/failure-words.ts'
import { useAtServer } from '#app/data/use-at-server.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import type { DeviceView } from '#device/messages/device-views.ts'
import { DeviceFacts } from './device-facts.tsx'
import { useDeviceName } from './device-words.ts'
import classes from './devices.module.css'
import { RevokeQuestion } from './revoke-question.tsx'

interface Props {
  readonly device: DeviceView
  readonly now: number
  readonly reached: boolean
  readonly mayChange: boolean
  readonly onClose: () => void
}

const NAME_LENGTH_MAX = 40

/** How one device is; its name and its end, for whoever may. [DEVICE1] [DEVICE2] */
export function DeviceDialog({ device, now, reached, mayChange, onClose }: Props): ReactNode {
  const { t } = useTranslation('devices')
  const nameOf = useDeviceName()
  const [asking, setAsking] = useState(false)
  const mayRevoke = mayChange && device.active && device.kind === 'device'
  return (
    <Modal opened onClose={onClose} title={nameOf(device)} size={520}>
      {asking ? (
        <RevokeQuestion device={device} onCancel={() => setAsking(false)} onDone={onClose} />
      ) : (
        <div className={classes.dialog}>
          <DeviceFacts device={device} now={now} reached={reached} />
          {mayChange && device.active && <Rename device={device} />}
          <div className={classes.actions}>
            {mayRevoke && (
              <Button variant="danger" onClick={() => setAsking(true)}>
                {t('revoke')}
              </Button>
            )}
            <span className={classes.space} />
            <Button onClick={onClose}>{t('close')}</Button>
          </div>
        </div>
      )}
    </Modal>
  )
}

function Rename({ device }: { readonly device: DeviceView }): ReactNode {
  const { t } = useTranslation('devices')
  const wordsOf = useFailureWords()
  const { busy, failure, run } = useAtServer()
  const [name, setName] = useState(device.name)
  const [state, setState] = useState<'typing' | 'missing' | 'saved'>('typing')
  const typed = name.trim()
  const save = async (): Promise<void> => {
    if (typed === '') return setState('missing')
    const done = await run('saveDevice', { dev: device.id, change: { name: typed } })
    return setState(done === null ? 'typing' : 'saved')
  }
  return (
    <form
      className={classes.rename}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <TextInput
        label={t('rename')}
        value={name}
        maxLength={NAME_LENGTH_MAX}
        error={state === 'missing' ? t('nameMissing') : null}
        autoComplete="off"
        onChange={(event) => {
          setName(event.currentTarget.value)
          setState('typing')
        }}
      />
      <Button type="submit" disabled={busy || typed === device.name}>
        {t(busy ? 'saving' : 'save')}
      </Button>
      {state === 'saved' && <Note tone="good" title={t('saved', { name: typed })} />}
      {failure !== null && (
        <Note tone="bad" title={wordsOf(failure).message} text={wordsOf(failure).remedy} />
      )}
    </form>
  )
}
