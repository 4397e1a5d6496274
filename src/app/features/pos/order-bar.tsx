import { IconChevronUp, IconSend } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import type { OrderView } from '#device/messages.ts'
import { liveItems } from '#domain/order/bill.ts'
import classes from './order.module.css'

interface Props {
  readonly view: OrderView
  readonly onOpen: () => void
  readonly onSend: () => void
}

/** On a phone, what the slip would say, in one line under the menu. */
export function OrderBar({ view, onOpen, onSend }: Props): ReactNode {
  const { t } = useTranslation('pos')
  const { money } = useFormat()
  const live = liveItems(view.items)
  const all = t('order.items', { count: live.reduce((sum, item) => sum + item.qty, 0) })
  const fresh = live.reduce((sum, item) => sum + (item.status === 'new' && !item.held ? item.qty : 0), 0)
  const total = money(view.totals.balance)
  return (
    <div className={classes.bar}>
      <Button
        large
        className={classes.open ?? ''}
        aria-label={t('order.show', { items: all, amount: total })}
        onClick={onOpen}
      >
        <span className={classes.openCount}>{all}</span>
        {total}
        <IconChevronUp size={20} aria-hidden />
      </Button>
      <Button
        large
        variant="primary"
        disabled={fresh === 0 || view.readOnly}
        aria-label={fresh > 0 ? t('order.sendLong', { count: fresh }) : t('order.send')}
        icon={<IconSend size={20} stroke={1.75} aria-hidden />}
        onClick={onSend}
      >
        {fresh > 0 ? t('order.sendCount', { count: fresh }) : t('order.send')}
      </Button>
    </div>
  )
}
