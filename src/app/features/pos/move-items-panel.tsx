import { Checkbox } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import type { FloorView, OrderView } from '#device/messages.ts'
import { lineAmount, liveItems } from '#domain/order/bill.ts'
import { useTellingCommand } from './failure-toast.ts'
import { OrderPick } from './order-pick.tsx'
import classes from './order-sheet.module.css'
import { otherOrders, type PlacedOrder } from './other-orders.ts'

interface Props {
  readonly view: OrderView
  readonly floor: FloorView
  readonly onDone: () => void
}

/** Which lines, then where to: nothing moves before both are said. [MOVE1] */
export function MoveItemsPanel({ view, floor, onDone }: Props): ReactNode {
  const { t } = useTranslation('pos')
  const { money } = useFormat()
  const run = useTellingCommand()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [choosing, setChoosing] = useState<'items' | 'target'>('items')
  const orderId = view.order.id
  // Of a merged order's lines, this order is not the one they move from.
  const items = liveItems(view.items).filter((item) => item.orderId === orderId)
  const move = async (to: PlacedOrder, place: string): Promise<void> => {
    const result = await run({ type: 'move_items', orderId, itemIds: chosen, to: to.orderId, reason: '' })
    if (!result.ok) return
    notifications.show({ message: t('actions.itemsMoved', { count: chosen.length, place }), role: 'status' })
    onDone()
  }
  if (items.length === 0) return <EmptyState title={t('actions.nothingToMove')} />
  if (choosing === 'target') {
    return (
      <>
        <h3 className={classes.label}>{t('actions.chooseTarget')}</h3>
        <OrderPick
          orders={otherOrders(floor, orderId)}
          label={(place) => place}
          onPick={(to, place) => void move(to, place)}
        />
      </>
    )
  }
  return (
    <>
      <Checkbox.Group label={t('actions.chooseItems')} value={[...chosen]} onChange={setChosen}>
        <div className={classes.actions}>
          {items.map((item) => (
            <Checkbox
              key={item.id}
              size="lg"
              value={item.id}
              className={classes.check ?? ''}
              label={`${item.qty} × ${item.name} · ${money(lineAmount(item))}`}
            />
          ))}
        </div>
      </Checkbox.Group>
      <Button variant="primary" large disabled={chosen.length === 0} onClick={() => setChoosing('target')}>
        {t('actions.next', { count: chosen.length })}
      </Button>
    </>
  )
}
