import { IconArrowLeft } from '@tabler/icons-react'
import { useCallback, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { usePin, type TryPin } from '#app/data/use-pin.ts'
import { useRoleName } from '#app/data/use-role-name.ts'
import { Avatar } from '#app/ui/avatar.tsx'
import { Button } from '#app/ui/button.tsx'
import { Keypad } from '#app/ui/keypad.tsx'
import { Note } from '#app/ui/note.tsx'
import { usePad } from '#app/ui/use-pad.ts'
import type { PersonView } from '#device/messages.ts'
import classes from './setup.module.css'

const PIN_LENGTH_MIN = 4
const PIN_LENGTH_MAX = 8

interface Props {
  readonly person: PersonView
  readonly tryPin: TryPin
  readonly submitLabel: string
  readonly otherLabel: string
  readonly onOther: () => void
}

/** One person's PIN, typed on big keys: to log in, or to say yes to what somebody else asks. */
export function PinPad({ person, tryPin, submitLabel, otherLabel, onOther }: Props): ReactNode {
  const { t } = useTranslation(['setup', 'common'])
  const nameOfRole = useRoleName()
  const { digits, add, remove, set } = usePad(PIN_LENGTH_MAX)
  const { busy, problem, lockedForS, submit, calm } = usePin(tryPin)
  const locked = lockedForS > 0
  const ready = digits.length >= PIN_LENGTH_MIN && !busy && !locked

  const type = useCallback(
    (more: string) => {
      calm()
      add(more)
    },
    [add, calm],
  )
  const enter = useCallback(() => {
    if (!ready) return
    void submit(digits).then((done) => {
      if (!done) set('')
    })
  }, [ready, submit, digits, set])

  return (
    <div className={classes.pin}>
      <div className={classes.who}>
        <Avatar name={person.name} size={52} />
        <div>
          <h1 className={classes.whoName}>{person.name}</h1>
          <span className={classes.role}>{nameOfRole(person)}</span>
        </div>
      </div>
      <div className={classes.answer}>
        {problem === null ? (
          <Dots typed={digits.length} label={t('login.pinTitle', { name: person.name })} />
        ) : (
          <Note
            tone="bad"
            title={problem.message}
            text={locked ? t('login.lockedFor', { time: clock(lockedForS) }) : problem.remedy}
          />
        )}
      </div>
      <Keypad
        onDigits={type}
        onDelete={remove}
        deleteLabel={t('login.delete')}
        onEnter={enter}
        disabled={busy || locked}
      />
      <div className={classes.actions}>
        <Button variant="primary" large wide disabled={!ready} onClick={enter}>
          {submitLabel}
        </Button>
        <Button variant="quiet" wide icon={<IconArrowLeft size={20} aria-hidden />} onClick={onOther}>
          {otherLabel}
        </Button>
      </div>
    </div>
  )
}

/** How many digits are typed, never which. */
function Dots({ typed, label }: { readonly typed: number; readonly label: string }): ReactNode {
  const { t } = useTranslation('setup')
  const shown = Math.max(PIN_LENGTH_MIN, typed)
  return (
    <div
      className={classes.dots}
      role="status"
      aria-label={`${label}: ${t('login.typed', { count: typed })}`}
    >
      {Array.from({ length: shown }, (_, index) => (
        <span key={index} className={classes.dot} data-typed={index < typed} />
      ))}
    </div>
  )
}

/** Seconds as a clock counts them down: 0:28, 4:59. */
function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
