import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import type { TableView } from '#device/messages.ts'
import { useTellingCommand } from './failure-toast.ts'
import classes from './floor.module.css'
import { useTableLabel } from '#app/data/use-table-label.ts'
import { TakeawayList } from './takeaway-list.tsx'

interface Props {
  readonly table: TableView | null
  readonly onChoose: (orderId: string) => void
  readonly onClose: () => void
}

/** Two tills opened one table while they could not see each other: both orders are there. [REVIEW9] */
export function OrderChooser({ table, onChoose, onClose }: Props): ReactNode {
  const { t } = useTranslation('pos')
  const label = useTableLabel()
  const run = useTellingCommand()
  const orders = table?.orders ?? []
  const merge = async (): Promise<void> => {
    const [oldest, ...others] = orders
    if (oldest === undefined) return
    for (const { orderId } of others) {
      const result = await run({ type: 'merge_orders', orderId, into: oldest.orderId, reason: '' })
      if (!result.ok) return
    }
    onChoose(oldest.orderId)
  }
  const title = table && t('floor.chooseOrder', { table: label(table.name), count: orders.length })
  return (
    <Modal opened={table !== null} onClose={onClose} title={title}>
      <div className={classes.chooser}>
        {t('floor.chooseOrderText')}
        <TakeawayList orders={orders} onOpenOrder={onChoose} />
        <Button onClick={() => void merge()}>{t('floor.mergeThem')}</Button>
      </div>
    </Modal>
  )
}
