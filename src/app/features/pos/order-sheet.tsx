import { Modal } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '#app/data/use-ask.ts'
import { useTableLabel } from '#app/data/use-table-label.ts'
import { Button } from '#app/ui/button.tsx'
import type { FloorView, OrderView } from '#device/messages.ts'
import { CancelPanel } from './cancel-panel.tsx'
import { GuestPanel } from './guest-panel.tsx'
import { MergePanel } from './merge-panel.tsx'
import { MoveItemsPanel } from './move-items-panel.tsx'
import { MoveTablePanel } from './move-table-panel.tsx'
import { OrderActionList, type Panel } from './order-action-list.tsx'
import classes from './order-sheet.module.css'
import { TransferPanel } from './transfer-panel.tsx'

interface Props {
  readonly orderId: string
  readonly opened: boolean
  readonly onClose: () => void
}

/** One thing at a time: the list of actions, then the one that was chosen. */
export function OrderSheet({ orderId, opened, onClose }: Props): ReactNode {
  const { t } = useTranslation('pos')
  const label = useTableLabel()
  const { data: view } = useAsk('order', { orderId })
  // Closed, it asks nothing: a tap on a dish must not have the whole floor read.
  const { data: floor } = useAsk('floor', null, { enabled: opened })
  const [panel, setPanel] = useState<Panel | null>(null)
  const close = (): void => {
    setPanel(null)
    onClose()
  }
  if (view === undefined || view === null || floor === undefined) return null
  const place = label(view.tableName)
  return (
    <Modal
      opened={opened}
      onClose={close}
      size="lg"
      title={
        panel === null ? t('actions.title', { place, number: view.order.number }) : t(`actions.${panel}`)
      }
    >
      {panel === null ? (
        <OrderActionList view={view} floor={floor} onChoose={setPanel} onDone={close} />
      ) : (
        <div className={classes.panel}>
          <Button
            className={classes.back ?? ''}
            variant="quiet"
            icon={<IconArrowLeft size={20} stroke={1.75} aria-hidden />}
            onClick={() => setPanel(null)}
          >
            {t('actions.back')}
          </Button>
          <ChosenPanel panel={panel} view={view} floor={floor} onDone={close} />
        </div>
      )}
    </Modal>
  )
}

interface ChosenProps {
  readonly panel: Panel
  readonly view: OrderView
  readonly floor: FloorView
  readonly onDone: () => void
}

function ChosenPanel({ panel, ...rest }: ChosenProps): ReactNode {
  switch (panel) {
    case 'moveTable':
      return <MoveTablePanel {...rest} />
    case 'moveItems':
      return <MoveItemsPanel {...rest} />
    case 'merge':
      return <MergePanel {...rest} />
    case 'transfer':
      return <TransferPanel {...rest} />
    case 'guest':
      return <GuestPanel {...rest} />
    case 'cancel':
      return <CancelPanel {...rest} />
  }
}
