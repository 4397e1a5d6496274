import { memo, useCallback, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '#app/data/session-context.ts'
import type { MenuItemView, OrderView } from '#device/messages.ts'
import type { Item } from '#domain/item/item.ts'
import { rightOf } from '#domain/staff/permissions.ts'
import type { AskedStore } from './asked-store.ts'
import { NoteDialog, type NotedLine } from './note-dialog.tsx'
import { SlipBody } from './slip-body.tsx'
import { SlipHead } from './slip-head.tsx'
import classes from './slip.module.css'
import { VoidDialog } from './void-dialog.tsx'

interface Props {
  readonly view: OrderView
  readonly dishes: readonly MenuItemView[]
  /** Lines that the device has not answered for yet. */
  readonly asked: AskedStore
  readonly hidden: boolean
  readonly back: ReactNode
  readonly onStep: (itemId: string, by: 1 | -1) => void
  readonly onRemove: (itemId: string) => void
  readonly onSend: () => void
  readonly onPay: () => void
  readonly onDrop: () => void
}

/** The order as it will go to kitchen and guest. */
export const Slip = memo(function Slip(props: Props): ReactNode {
  const { view, dishes, asked, hidden, back, onStep, onRemove, onSend, onPay, onDrop } = props
  const { t } = useTranslation('pos')
  const { person } = useSession()
  const [noting, setNoting] = useState<NotedLine | null>(null)
  const [voiding, setVoiding] = useState<Item | null>(null)
  const stopNoting = useCallback(() => setNoting(null), [])
  const stopVoiding = useCallback(() => setVoiding(null), [])
  const mayVoid = person !== null && rightOf(person.role, 'void_sent_item') !== 'no' && !view.readOnly
  return (
    <section
      className={classes.slip}
      hidden={hidden}
      aria-label={t('order.title', { number: view.order.number })}
    >
      <SlipHead
        order={view.order}
        tableName={view.tableName}
        waiter={view.waiter}
        readOnly={view.readOnly}
        back={back}
      />
      <SlipBody
        {...{ view, dishes, asked, onStep, onRemove, onSend, onPay, onDrop }}
        onNote={setNoting}
        onVoid={mayVoid ? setVoiding : null}
      />
      <NoteDialog item={noting} onClose={stopNoting} />
      <VoidDialog item={voiding} onClose={stopVoiding} />
    </section>
  )
})
