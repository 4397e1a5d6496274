import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import classes from './floor.module.css'
import { GuestDialog } from './guest-dialog.tsx'
import { SERVICE_ICONS } from './service-icon.ts'
import type { NewOrder } from './use-open-order.ts'

const { takeaway: Bag, delivery: Moped, tab: Glass } = SERVICE_ICONS

interface Props {
  readonly onOpen: (order: NewOrder) => Promise<boolean>
}

/** Orders without a table. Takeaway is one tap; a delivery or a tab is worth little without a name. */
export function NewOrderButtons({ onOpen }: Props): ReactNode {
  const { t } = useTranslation('pos')
  const [asking, setAsking] = useState<'delivery' | 'tab' | null>(null)
  return (
    <div className={classes.sideFoot}>
      <Button
        variant="primary"
        large
        wide
        icon={<Bag size={24} stroke={1.75} aria-hidden />}
        onClick={() => void onOpen({ service: 'takeaway', tableId: null })}
      >
        {t('floor.newTakeaway')}
      </Button>
      <Button
        wide
        aria-label={t('floor.newDelivery')}
        icon={<Moped size={22} stroke={1.75} aria-hidden />}
        onClick={() => setAsking('delivery')}
      >
        {t('service.delivery')}
      </Button>
      <Button
        wide
        aria-label={t('floor.newTab')}
        icon={<Glass size={22} stroke={1.75} aria-hidden />}
        onClick={() => setAsking('tab')}
      >
        {t('service.tab')}
      </Button>
      <GuestDialog
        service={asking}
        title={t(asking === 'tab' ? 'floor.newTab' : 'floor.newDelivery')}
        confirm={t('floor.openOrder')}
        onConfirm={(wish) =>
          asking === null ? Promise.resolve(false) : onOpen({ service: asking, tableId: null, ...wish })
        }
        onClose={() => setAsking(null)}
      />
    </div>
  )
}
