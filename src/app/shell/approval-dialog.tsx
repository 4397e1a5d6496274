import { Modal } from '@mantine/core'
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApprovalRequest } from '#app/data/approval-context.ts'
import { useSession } from '#app/data/session-context.ts'
import { useFormat } from '#app/data/use-format.ts'
import type { TryPin } from '#app/data/use-pin.ts'
import { useRoleName } from '#app/data/use-role-name.ts'
import { PinPad } from '#app/features/setup/pin-pad.tsx'
import { Avatar } from '#app/ui/avatar.tsx'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import type { ApprovalAsked, Failure, PersonView } from '#device/messages.ts'
import type { Result } from '#domain/result.ts'
import classes from './approval.module.css'

const PPM_PER_PERCENT = 10_000
/** Above the dialog that asks. */
const Z_INDEX = 300
/** Failures of the PIN itself, which is typed again; anything else ends the question. */
const PIN_FAILURES: ReadonlySet<string> = new Set(['wrong_pin', 'pin_locked'])

interface Request extends ApprovalRequest {
  end(result: Result<null, Failure>): void
  withhold(): void
}

/** "Marta asks: void Galão. Who says yes?", and that person's PIN. Works without a server. [ROLE8] */
export function ApprovalDialog({ request }: { readonly request: Request }): ReactNode {
  const { t } = useTranslation('common')
  const { person } = useSession()
  return (
    <Modal
      opened
      yOffset="2dvh"
      onClose={request.withhold}
      closeOnClickOutside={false}
      title={t('approval.title', { name: person?.name ?? '' })}
      size={420}
      zIndex={Z_INDEX}
    >
      <Question request={request} />
    </Modal>
  )
}

function Question({ request }: { readonly request: Request }): ReactNode {
  const { t } = useTranslation('common')
  const { asked, approve, end, withhold } = request
  const [only, ...others] = asked.approvers
  const [chosen, setChosen] = useState<PersonView | null>(others.length === 0 ? (only ?? null) : null)
  const userId = chosen?.id ?? ''
  const top = useRef<HTMLDivElement>(null)
  // Not on the closing cross: Enter after the PIN must say yes, never leave.
  useEffect(() => top.current?.focus(), [chosen])
  const tryPin = useCallback<TryPin>(
    async (pin) => {
      const result = await approve(userId, pin)
      if (result.ok || !PIN_FAILURES.has(result.error.code)) end(result)
      return result
    },
    [approve, end, userId],
  )
  return (
    <div className={classes.question} ref={top} tabIndex={-1} data-autofocus>
      <Wish asked={asked} />
      {asked.approvers.length === 0 && (
        <>
          <Note tone="busy" title={t('approval.nobody')} text={t('approval.nobodyText')} />
          <Button large onClick={withhold}>
            {t('cancel')}
          </Button>
        </>
      )}
      {asked.approvers.length > 0 && chosen === null && (
        <Approvers people={asked.approvers} onChoose={setChosen} />
      )}
      {chosen !== null && (
        <PinPad
          person={chosen}
          tryPin={tryPin}
          submitLabel={t('approval.approve')}
          otherLabel={t(others.length > 0 ? 'approval.other' : 'cancel')}
          onOther={() => (others.length > 0 ? setChosen(null) : withhold())}
        />
      )}
    </div>
  )
}

/** What for, how much of it, and what it is about. */
function Wish({ asked: { action, amount, about } }: { readonly asked: ApprovalAsked }): ReactNode {
  const { t } = useTranslation('common')
  const { money, locale } = useFormat()
  const percent = (ppm: number): string => `${(ppm / PPM_PER_PERCENT).toLocaleString(locale)} %`
  const size = amount === null ? '' : action === 'discount' ? percent(amount) : money(amount)
  return (
    <p className={classes.wish}>
      <strong>{[t(`approval.action.${action}`), size].filter(Boolean).join(' ')}</strong>
      {about.length > 0 && <span>{about.join(', ')}</span>}
    </p>
  )
}

interface ApproversProps {
  readonly people: readonly PersonView[]
  readonly onChoose: (person: PersonView) => void
}

function Approvers({ people, onChoose }: ApproversProps): ReactNode {
  const { t } = useTranslation('common')
  const nameOfRole = useRoleName()
  return (
    <div className={classes.approvers} role="group" aria-label={t('approval.who')}>
      <h3 className={classes.who}>{t('approval.who')}</h3>
      {people.map((person) => (
        <button key={person.id} type="button" className={classes.person} onClick={() => onChoose(person)}>
          <Avatar name={person.name} size={44} />
          <span className={classes.name}>{person.name}</span>
          <span className={classes.role}>{nameOfRole(person)}</span>
        </button>
      ))}
    </div>
  )
}
