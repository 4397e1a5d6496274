import { IconUsers } from '@tabler/icons-react'
import { useCallback, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '#app/data/session-context.ts'
import { useAsk } from '#app/data/use-ask.ts'
import { useRoleName } from '#app/data/use-role-name.ts'
import { Avatar } from '#app/ui/avatar.tsx'
import { EmptyState, LoadingState } from '#app/ui/states.tsx'
import type { PersonView } from '#device/messages.ts'
import { PinPad } from './pin-pad.tsx'
import classes from './setup.module.css'

/** Pick yourself, type your PIN. Works offline: the device checks PINs itself. */
export function LoginScreen(): ReactNode {
  const { t } = useTranslation('setup')
  const { data: people } = useAsk('people', null)
  const [chosen, setChosen] = useState<PersonView | null>(null)
  if (people === undefined) return <LoadingState text={t('starting')} />
  if (people.length === 0) {
    return (
      <EmptyState
        icon={<IconUsers size={36} stroke={1.5} />}
        title={t('login.empty')}
        text={t('login.emptyText')}
      />
    )
  }
  return (
    <div className={classes.page}>
      {chosen === null ? (
        <People people={people} onChoose={setChosen} />
      ) : (
        <LoginPad person={chosen} onOther={() => setChosen(null)} />
      )}
    </div>
  )
}

interface LoginPadProps {
  readonly person: PersonView
  readonly onOther: () => void
}

function LoginPad({ person, onOther }: LoginPadProps): ReactNode {
  const { t } = useTranslation('setup')
  const { login } = useSession()
  const tryPin = useCallback((pin: string) => login(person.id, pin), [login, person.id])
  return (
    <PinPad
      person={person}
      tryPin={tryPin}
      submitLabel={t('login.submit')}
      otherLabel={t('login.other')}
      onOther={onOther}
    />
  )
}

interface PeopleProps {
  readonly people: readonly PersonView[]
  readonly onChoose: (person: PersonView) => void
}

function People({ people, onChoose }: PeopleProps): ReactNode {
  const { t } = useTranslation(['setup', 'common'])
  const nameOfRole = useRoleName()
  return (
    <div className={classes.people}>
      <h1 className={classes.peopleTitle}>{t('login.title')}</h1>
      <ul className={classes.tiles}>
        {people.map((person) => (
          <li key={person.id}>
            <button type="button" className={classes.tile} onClick={() => onChoose(person)}>
              <Avatar name={person.name} size={68} />
              <span className={classes.tileName}>{person.name}</span>
              <span className={classes.role}>{nameOfRole(person)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
