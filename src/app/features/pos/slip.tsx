import { IconSend } from '@tabler/icons-react'
import { useCallback, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { useSession } from '#app/data/session-context.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import type { OrderView } from '#device/messages.ts'
import type { Item } from '#domain/item/item.ts'
import { mayRole } from '#domain/staff/permissions.ts'
import type { AskedLines } from './asked-lines.ts'
import { NoteDialog } from './note-dialog.tsx'
import { OrderTotals } from './order-totals.tsx'
import { SlipHead } from './slip-head.tsx'
import { SlipLines } from './slip-lines.tsx'
import classes from './slip.module.css'
import { VoidDialog } from './void-dialog.tsx'

interface Props {
  readonly view: OrderView
  /** Lines that the device has not answered for yet. */
  readonly asked: AskedLines
  readonly hidden: boolean
  readonly back: ReactNode
  readonly onStep: (itemId: string, by: 1 | -1) => void
  readonly onRemove: (itemId: string) => void
  readonly onSend: () => void
  readonly onPay: () => void
  readonly onDrop: () => void
}

/** The order as it will go to kitchen and guest. */
export function Slip({
  view,
  asked,
  hidden,
  back,
  onStep,
  onRemove,
  onSend,
  onPay,
  onDrop,
}: Props): ReactNode {
  const { t } = useTranslation('pos')
  const { person } = useSession()
  const [noting, setNoting] = useState<Item | null>(null)
  const [voiding, setVoiding] = useState<Item | null>(null)
  const stopNoting = useCallback(() => setNoting(null), [])
  const stopVoiding = useCallback(() => setVoiding(null), [])
  const fresh = view.items.filter((item) => item.status === 'new')
  const sent = view.items.filter((item) => item.status === 'sent')
  const mayVoid = person !== null && mayRole(person.role, 'void_sent_item') && !view.readOnly
  const empty = fresh.length + sent.length === 0
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
      <div className={classes.lines}>
        {view.readOnly && <Note tone="busy" title={t('order.readOnly')} text={t('order.readOnlyText')} />}
        {empty && (
          <EmptyState title={t('order.empty')} text={t('order.emptyText')}>
            {view.totals.paid === 0 && (
              <Button onClick={onDrop}>{t(view.tableName === null ? 'order.drop' : 'order.free')}</Button>
            )}
          </EmptyState>
        )}
        <SlipLines
          {...{ fresh, sent, asked, onStep, onRemove }}
          locked={view.readOnly}
          onNote={setNoting}
          onVoid={mayVoid ? setVoiding : null}
        />
      </div>
      <div className={classes.foot}>
        <OrderTotals totals={view.totals} />
        <Actions view={view} fresh={fresh} empty={empty} onSend={onSend} onPay={onPay} />
      </div>
      <NoteDialog item={noting} onClose={stopNoting} />
      <VoidDialog item={voiding} onClose={stopVoiding} />
    </section>
  )
}

interface ActionsProps extends Pick<Props, 'view' | 'onSend' | 'onPay'> {
  readonly fresh: readonly Item[]
  readonly empty: boolean
}

/** The next step is the filled one: send while something is new, then pay. */
function Actions({ view, fresh, empty, onSend, onPay }: ActionsProps): ReactNode {
  const { t } = useTranslation('pos')
  const { money } = useFormat()
  const count = fresh.reduce((sum, item) => sum + item.qty, 0)
  return (
    <div className={classes.actions}>
      <Button
        large
        variant={count > 0 ? 'primary' : 'plain'}
        disabled={count === 0 || view.readOnly}
        aria-label={count > 0 ? t('order.sendLong', { count }) : t('order.send')}
        icon={<IconSend size={22} stroke={1.75} aria-hidden />}
        onClick={onSend}
      >
        {count > 0 ? t('order.sendCount', { count }) : t('order.send')}
      </Button>
      <Button
        large
        variant={count === 0 && !empty ? 'primary' : 'plain'}
        disabled={empty || view.readOnly}
        onClick={onPay}
      >
        {empty ? t('order.pay') : t('order.payAmount', { amount: money(view.totals.balance) })}
      </Button>
    </div>
  )
}
