import { memo, useCallback, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '#app/data/session-context.ts'
import type { MenuItemView, OrderView } from '#device/messages.ts'
import type { Item } from '#domain/item/item.ts'
import { mayAsk } from '#domain/staff/rights.ts'
import type { AskedStore } from './asked-store.ts'
import type { NewLineActions } from './new-lines.tsx'
import { SlipBody } from './slip-body.tsx'
import { SlipHead } from './slip-head.tsx'
import classes from './slip.module.css'
import { VoidDialog } from './void-dialog.tsx'

interface Props extends NewLineActions {
  readonly view: OrderView
  readonly dishes: readonly MenuItemView[]
  /** Lines that the device has not answered for yet. */
  readonly asked: AskedStore
  readonly hidden: boolean
  readonly back: ReactNode
  readonly onSend: () => void
  readonly onPay: () => void
  readonly onDrop: () => void
}

/** The order as it will go to kitchen and guest. */
export const Slip = memo(function Slip(props: Props): ReactNode {
  const { view, dishes, asked, hidden, back, onSend, onPay, onDrop, ...lines } = props
  const { t } = useTranslation('pos')
  const { person } = useSession()
  const [voiding, setVoiding] = useState<Item | null>(null)
  const stopVoiding = useCallback(() => setVoiding(null), [])
  const mayVoid = person !== null && mayAsk(person.rights, 'void_sent_item') && !view.readOnly
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
        {...{ view, dishes, asked, onSend, onPay, onDrop, ...lines }}
        onVoid={mayVoid ? setVoiding : null}
      />
      <VoidDialog item={voiding} onClose={stopVoiding} />
    </section>
  )
})
