import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import type { Order } from '#domain/order/order.ts'
import { useTellingCommand } from './failure-toast.ts'
import { useOrderWays } from './order-ways.ts'

interface Props {
  readonly order: Order
  readonly back: ReactNode
}

/** An order that counts for another: there is nothing to do on it but to go there, or to take it apart. [MERGE1] */
export function MergedNotice({ order, back }: Props): ReactNode {
  const { t } = useTranslation('pos')
  const ways = useOrderWays()
  const run = useTellingCommand()
  const root = order.mergedInto
  return (
    <EmptyState title={t('actions.isMerged')} text={t('actions.isMergedText')}>
      {root !== null && (
        <Button variant="primary" onClick={() => ways.toOrder(root)}>
          {t('actions.openRoot')}
        </Button>
      )}
      <Button onClick={() => void run({ type: 'unmerge_order', orderId: order.id, reason: '' })}>
        {t('actions.apart')}
      </Button>
      {back}
    </EmptyState>
  )
}
