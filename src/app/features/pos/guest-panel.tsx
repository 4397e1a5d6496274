import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderView } from '#device/messages.ts'
import { useTellingCommand } from './failure-toast.ts'
import { GuestForm, type GuestWish } from './guest-dialog.tsx'

interface Props {
  readonly view: OrderView
  readonly onDone: () => void
}

/** Whose order it is, how to reach them, and when it is promised. [ORDER9] */
export function GuestPanel({ view, onDone }: Props): ReactNode {
  const { t } = useTranslation('pos')
  const run = useTellingCommand()
  const { id: orderId, service, guest, dueAt } = view.order
  const save = async (wish: GuestWish): Promise<boolean> => {
    return (await run({ type: 'set_guest', orderId, ...wish })).ok
  }
  return (
    <GuestForm
      service={service}
      wish={{ guest, dueAt }}
      confirm={t('actions.saveGuest')}
      onConfirm={save}
      onClose={onDone}
    />
  )
}
