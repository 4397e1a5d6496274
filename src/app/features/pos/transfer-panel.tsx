import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '#app/data/use-ask.ts'
import { useRoleName } from '#app/data/use-role-name.ts'
import { Avatar } from '#app/ui/avatar.tsx'
import type { OrderView, PersonView } from '#device/messages.ts'
import { useTellingCommand } from './failure-toast.ts'
import classes from './order-sheet.module.css'

const NOBODY: readonly PersonView[] = []

interface Props {
  readonly view: OrderView
  readonly onDone: () => void
}

/** Somebody else answers for the order from then on. [ORDER11] */
export function TransferPanel({ view, onDone }: Props): ReactNode {
  const { t } = useTranslation(['pos', 'common'])
  const run = useTellingCommand()
  const people = useAsk('people', null).data ?? NOBODY
  const nameOfRole = useRoleName()
  const { id: orderId, waiter } = view.order
  const transfer = async (to: string): Promise<void> => {
    const result = await run({ type: 'transfer_order', orderId, to, reason: '' })
    if (result.ok) onDone()
  }
  return (
    <>
      <p className={classes.text}>{t('actions.transferText')}</p>
      <div className={classes.actions}>
        {people.map(({ id, name, ...person }) => (
          <button
            key={id}
            type="button"
            className={classes.action}
            disabled={id === waiter}
            onClick={() => void transfer(id)}
          >
            <Avatar name={name} size={40} />
            <span className={classes.grow}>
              <strong>{name}</strong>
              <span className={classes.soft}>{id === waiter ? t('actions.hasIt') : nameOfRole(person)}</span>
            </span>
          </button>
        ))}
      </div>
    </>
  )
}
