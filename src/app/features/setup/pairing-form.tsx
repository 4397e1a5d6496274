import { TextInput } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailureWords } from '#app/data/failure-words.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import type { Failure } from '#device/messages.ts'
import { Brand } from './brand.tsx'
import classes from './setup.module.css'
import { codeFromAddress } from './use-pairing.ts'

const NAME_LENGTH_MAX = 40

interface Props {
  readonly busy: boolean
  readonly failure: Failure | null
  readonly onPair: (code: string | null, name: string) => Promise<void>
}

/** Asks for the code a manager gives, and says in words why the last try did not work. */
export function PairingForm({ busy, failure, onPair }: Props): ReactNode {
  const { t } = useTranslation('setup')
  const [code, setCode] = useState(() => codeFromAddress(location.hash) ?? '')
  const [name, setName] = useState<string>(t('pair.defaultName'))
  const [missing, setMissing] = useState(false)
  const nameOrDefault = name.trim() === '' ? t('pair.defaultName') : name.trim()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setMissing(code.trim() === '')
    if (code.trim() !== '') void onPair(code.trim(), nameOrDefault)
  }
  return (
    <form className={classes.card} onSubmit={submit} noValidate>
      <Brand />
      <div>
        <h1 className={classes.title}>{t('pair.title')}</h1>
        <p className={classes.text}>{t('pair.intro')}</p>
      </div>
      <Problem failure={failure} />
      <TextInput
        label={t('pair.code')}
        description={t('pair.codeHint')}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        error={missing ? t('pair.codeMissing') : null}
        autoCapitalize="characters"
        autoComplete="off"
        spellCheck={false}
      />
      <TextInput
        label={t('pair.name')}
        placeholder={t('pair.namePlaceholder')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={NAME_LENGTH_MAX}
      />
      <div className={classes.actions}>
        <Button type="submit" variant="primary" large wide disabled={busy}>
          {busy ? t('pair.submitting') : t('pair.submit')}
        </Button>
        {failure?.code === 'server_unreachable' && !busy && (
          <Button variant="quiet" wide onClick={() => void onPair(null, nameOrDefault)}>
            {t('pair.again')}
          </Button>
        )}
      </div>
    </form>
  )
}

function Problem({ failure }: Pick<Props, 'failure'>): ReactNode {
  const wordsOf = useFailureWords()
  if (failure === null) return null
  const { message, remedy } = wordsOf(failure)
  // That a code is needed is no mistake of anybody.
  const tone = failure.code === 'pairing_closed' || failure.code === 'setup_first' ? 'info' : 'bad'
  return <Note tone={tone} title={message} text={remedy} />
}
