import { Modal } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '#app/data/session-context.ts'
import { useAsk } from '#app/data/use-ask.ts'
import { useFormat } from '#app/data/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import type { CheckOutView } from '#device/messages/shift-views.ts'
import dialog from './dialog.module.css'
import classes from './open-orders.module.css'
import shared from './shifts.module.css'
import { useShiftCommand } from './use-shift-command.tsx'

interface Props {
  readonly open: CheckOutView['open']
  readonly onOpenOrder: (orderId: string) => void
}

/** What stands between somebody and their way home: paid, or given to somebody who stays. [CHECKOUT1] */
export function OpenOrders({ open, onOpenOrder }: Props): ReactNode {
  const { t } = useTranslation(['shifts', 'common'])
  const { money } = useFormat()
  const [giving, setGiving] = useState<CheckOutView['open'] | null>(null)
  return (
    <section className={shared.panel} aria-label={t('checkOut.open')}>
      <h2 className={shared.heading}>{t('checkOut.open')}</h2>
      <p className={shared.soft}>{t('checkOut.openText')}</p>
      <ul className={classes.orders}>
        {open.map((order) => (
          <li key={order.orderId} className={classes.order}>
            <span className={classes.name}>
              <strong>{t('checkOut.order', { number: order.number })}</strong>
              <span className={classes.where}>
                {order.tableName === null
                  ? t('common:takeaway')
                  : t('common:table', { name: order.tableName })}
                {' · '}
                {money(order.total)}
              </span>
            </span>
            <Button
              aria-label={t('day.toOrder', { number: order.number })}
              onClick={() => onOpenOrder(order.orderId)}
            >
              {t('checkOut.toOrder')}
            </Button>
            <Button onClick={() => setGiving([order])}>{t('checkOut.transfer')}</Button>
          </li>
        ))}
      </ul>
      {open.length > 1 && (
        <Button wide onClick={() => setGiving(open)}>
          {t('checkOut.transferAll')}
        </Button>
      )}
      <GiveDialog orders={giving} onClose={() => setGiving(null)} />
    </section>
  )
}

interface GiveProps {
  readonly orders: CheckOutView['open'] | null
  readonly onClose: () => void
}

function GiveDialog({ orders, onClose }: GiveProps): ReactNode {
  const { t } = useTranslation('shifts')
  const { person } = useSession()
  const { data: people = [] } = useAsk('people', null)
  const { busy, note, run } = useShiftCommand()
  const [first, ...more] = orders ?? []
  const give = async (to: string): Promise<void> => {
    for (const { orderId } of orders ?? []) {
      if (!(await run({ type: 'transfer_order', orderId, to, reason: '' }))) return
    }
    onClose()
  }
  const title =
    more.length > 0
      ? t('checkOut.transferAllTitle')
      : t('checkOut.transferTitle', { number: first?.number ?? '' })
  return (
    <Modal opened={orders !== null} onClose={onClose} title={title}>
      <div className={dialog.people}>
        {people
          .filter(({ id }) => id !== person?.id)
          .map(({ id, name }) => (
            <Button key={id} large disabled={busy} onClick={() => void give(id)}>
              {name}
            </Button>
          ))}
      </div>
      {note}
    </Modal>
  )
}
