import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconClock, IconLink } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { Chip, type Tone } from '#app/ui/chip.tsx'
import type { OrderRow } from '#device/messages.ts'
import type { OrderStatus } from '#domain/order/order.ts'
import classes from './report-table.module.css'

const LOOKS = {
  open: { tone: 'accent', Icon: IconClock },
  merged: { tone: 'neutral', Icon: IconLink },
  closed: { tone: 'good', Icon: IconCircleCheck },
  cancelled: { tone: 'neutral', Icon: IconCircleX },
} as const satisfies { readonly [status in OrderStatus]: { readonly tone: Tone; readonly Icon: unknown } }

/** One order: who, where, how much, and what is wrong with it in words. */
export function OrderTableRow({ order }: { readonly order: OrderRow }): ReactNode {
  const { t } = useTranslation('reports')
  const { money } = useFormat()
  const { tone, Icon } = LOOKS[order.status]
  const where =
    order.tableName === null ? t(`service.${order.service}`) : t('list.tableName', { name: order.tableName })
  return (
    <tr>
      <th scope="row">
        {order.number}
        <span className={classes.narrow}>{where}</span>
        <span className={classes.narrow}>{order.waiter}</span>
      </th>
      <td className={classes.wide}>{where}</td>
      <td className={classes.wide}>{order.waiter}</td>
      <td>
        <span className={classes.chips}>
          <Chip tone={tone} icon={<Icon aria-hidden size={16} />}>
            {t(`status.${order.status}`)}
          </Chip>
          {order.review.length > 0 && (
            <Chip tone="bad" icon={<IconAlertTriangle aria-hidden size={16} />}>
              {t('list.review')}
            </Chip>
          )}
        </span>
        {order.review.map((reason) => (
          <p key={reason} className={classes.reason}>
            {t(`reason.${reason}`)}
          </p>
        ))}
      </td>
      <td>{order.sale === null ? '–' : money(order.sale.total)}</td>
    </tr>
  )
}
