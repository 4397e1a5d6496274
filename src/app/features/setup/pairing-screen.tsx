import { TextInput } from '@mantine/core'
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailureWords } from '#app/data/failure-words.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { LoadingState } from '#app/ui/states.tsx'
import { Brand } from './brand.tsx'
import classes from './setup.module.css'
import { codeFromAddress, usePairing } from './use-pairing.ts'

/**
 * A new device joins a restaurant. A scanned QR code brings the code in the address, and a demo takes devices
 * without one: both are tried before anybody is asked anything.
 */
export function PairingScreen(): ReactNode {
  const { t } = useTranslation('setup')
  const { state, failure, pair } = usePairing()
  const [code, setCode] = useState(() => codeFromAddress(location.hash) ?? '')
  const [name, setName] = useState<string>(t('pair.defaultName'))
  const [missing, setMissing] = useState(false)
  const wordsOf = useFailureWords()
  const tried = useRef(false)

  useEffect(() => {
    if (tried.current) return
    tried.current = true
    void pair(codeFromAddress(location.hash), t('pair.defaultName'))
  }, [pair, t])

  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setMissing(code.trim() === '')
    if (code.trim() !== '') void pair(code.trim(), name.trim() || t('pair.defaultName'))
  }

  if (state === 'first try') {
    return (
      <main className={classes.full}>
        <LoadingState text={t('pair.trying')} />
      </main>
    )
  }
  const words = failure === null ? null : wordsOf(failure)
  return (
    <main className={`${classes.page} ${classes.full}`}>
      <form className={classes.card} onSubmit={submit} noValidate>
        <Brand />
        <div>
          <h1 className={classes.title}>{t('pair.title')}</h1>
          <p className={classes.text}>{t('pair.intro')}</p>
        </div>
        {words !== null && (
          <Note
            tone={failure?.code === 'pairing_closed' ? 'info' : 'bad'}
            title={words.message}
            text={words.remedy}
          />
        )}
        <TextInput
          label={t('pair.code')}
          description={t('pair.codeHint')}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          error={missing ? t('pair.codeMissing') : null}
          autoCapitalize="characters"
          autoComplete="off"
          spellCheck={false}
          data-autofocus
        />
        <TextInput
          label={t('pair.name')}
          placeholder={t('pair.namePlaceholder')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={40}
        />
        <div className={classes.actions}>
          <Button type="submit" variant="primary" large wide disabled={state === 'trying'}>
            {state === 'trying' ? t('pair.submitting') : t('pair.submit')}
          </Button>
          {failure?.code === 'server_unreachable' && state !== 'trying' && (
            <Button variant="quiet" wide onClick={() => void pair(code.trim() === '' ? null : code.trim(), name)}>
              {t('pair.again')}
            </Button>
          )}
        </div>
      </form>
    </main>
  )
}
