import { TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailureWords } from '#app/data/failure-words.ts'
import { useAct } from '#app/data/use-act.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import type { DeviceStatus, Failure } from '#device/messages.ts'
import classes from './safety.module.css'

/**
 * The server does not know this device: it was revoked, or the server's data was replaced. Selling goes on; joining
 * again is a person's decision, because what is not yet in the store stays on this device alone.
 */
export function PairAgain({ status }: { readonly status: DeviceStatus }): ReactNode {
  const { t } = useTranslation('common')
  const act = useAct()
  const wordsOf = useFailureWords()
  const [code, setCode] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [asking, setAsking] = useState(false)
  const words = wordsOf(failure ?? { code: 'device_unknown' })

  const pair = async (): Promise<void> => {
    setAsking(true)
    const name = status.deviceName ?? t('appName')
    const typed = code.trim() === '' ? null : code.trim()
    const result = await act('pair', { code: typed, name, again: true }).catch(() => null)
    setAsking(false)
    if (result?.ok !== true) setFailure(result === null ? { code: 'device_failed' } : result.error)
  }

  return (
    <div className={classes.again}>
      <Note tone="bad" title={words.message} text={words.remedy} />
      {failure?.code.startsWith('pairing') === true && (
        <TextInput
          label={t('pairAgain.code')}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          autoCapitalize="characters"
          autoComplete="off"
          spellCheck={false}
        />
      )}
      <Button wide variant="primary" disabled={asking} onClick={() => void pair()}>
        {t('pairAgain.submit')}
      </Button>
    </div>
  )
}
