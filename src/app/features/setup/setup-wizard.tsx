import { useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailureWords } from '#app/data/failure-words.ts'
import { newId } from '#app/data/new-id.ts'
import { useAct } from '#app/data/use-act.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import type { Failure } from '#device/messages.ts'
import { Brand } from './brand.tsx'
import classes from './setup.module.css'
import { firstDraft, foundingOf, SETUP_STEPS, wrongIn, type SetupDraft } from './setup-draft.ts'
import { OwnerStep, RestaurantStep, StartStep, type StepProps } from './setup-steps.tsx'

const STEPS = { owner: OwnerStep, restaurant: RestaurantStep, start: StartStep } as const satisfies {
  readonly [step in (typeof SETUP_STEPS)[number]]: (props: StepProps) => ReactNode
}

interface Props {
  /** This device belongs to another restaurant, or to this one with a code. */
  readonly onPairing: () => void
}

/** The first owner of an empty restaurant, in three short steps; the server hears of it all at once. [SETUP1] */
export function SetupWizard({ onPairing }: Props): ReactNode {
  const { t } = useTranslation('setup')
  const wordsOf = useFailureWords()
  const { busy, failure, found } = useFounding()
  const first = useFirstDraft()
  const [draft, setDraft] = useState(first)
  const [at, setAt] = useState(0)
  const [tried, setTried] = useState(false)
  const step = SETUP_STEPS[at] ?? 'owner'
  const Step = STEPS[step]
  const wrong = wrongIn(step, draft)
  const isLast = at === SETUP_STEPS.length - 1
  const go = (to: number): void => {
    setAt(to)
    setTried(false)
  }
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    setTried(true)
    const form = event.currentTarget
    if (Object.keys(wrong).length > 0)
      requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
    else if (!isLast) go(at + 1)
    // The code stands in the first step.
    else void found(draft).then((failed) => failed === 'setup_code_wrong' && go(0))
  }
  return (
    <form className={classes.card} onSubmit={submit} noValidate>
      <Brand />
      <div>
        <h1 className={classes.title}>{t('wizard.title')}</h1>
        <p className={classes.text}>{t('wizard.intro')}</p>
      </div>
      <h2 className={classes.step}>
        {t(`wizard.${step}`)}
        <span className={classes.text}>{t('wizard.step', { step: at + 1, of: SETUP_STEPS.length })}</span>
      </h2>
      {failure !== null && (
        <Note tone="bad" title={wordsOf(failure).message} text={wordsOf(failure).remedy} />
      )}
      <Step draft={draft} errors={tried ? wrong : {}} onChange={setDraft} />
      <div className={classes.steps}>
        {at > 0 && (
          <Button large onClick={() => go(at - 1)} disabled={busy}>
            {t('wizard.back')}
          </Button>
        )}
        <Button type="submit" variant="primary" large wide disabled={busy}>
          {t(busy ? 'wizard.finishing' : isLast ? 'wizard.finish' : 'wizard.next')}
        </Button>
      </div>
      {at === 0 && (
        <Button variant="quiet" wide onClick={onPairing}>
          {t('wizard.havePairing')}
        </Button>
      )}
    </form>
  )
}

/** `#setup=CODE` is in the address the server shows where it was started. */
function useFirstDraft(): SetupDraft {
  const { t } = useTranslation('setup')
  return firstDraft({
    code: new URLSearchParams(location.hash.replace(/^#/, '')).get('setup') ?? '',
    language: navigator.language,
    zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    deviceName: t('pair.defaultName'),
  })
}

function useFounding() {
  const { t } = useTranslation('setup')
  const act = useAct()
  const [ownerId] = useState(newId)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  /** Resolves to the code of what failed; null: the restaurant is open. */
  const found = async (draft: SetupDraft): Promise<string | null> => {
    setBusy(true)
    const { code, menu, deviceName } = draft
    const founding = foundingOf(draft, ownerId, t('wizard.area'))
    const asked = {
      code: code.trim(),
      founding,
      exampleMenu: menu === 'example',
      deviceName: deviceName.trim(),
    }
    const result = await act('found', asked).catch(() => null)
    setBusy(false)
    if (result?.ok !== true) {
      const failed = result === null ? { code: 'device_failed' } : result.error
      setFailure(failed)
      return failed.code
    }
    // The code has no place in the address of a working till. Who logs in is the owner.
    history.replaceState(null, '', menu === 'import' ? '/office/import' : '/')
    return null
  }
  return { busy, failure, found }
}
