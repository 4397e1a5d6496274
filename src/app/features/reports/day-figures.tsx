import { IconReceiptOff } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#app/ui/states.tsx'
import type { DayView } from '#device/messages.ts'
import { Headline } from './headline.tsx'
import { HourTable } from './hour-table.tsx'
import { ItemTable } from './item-table.tsx'
import { MethodTable } from './method-table.tsx'
import { OrderList } from './order-list.tsx'
import { TaxTable } from './tax-table.tsx'
import classes from './reports-screen.module.css'

/** The figures of one day. */
export function DayFigures({ view }: { readonly view: DayView }): ReactNode {
  const { t } = useTranslation('reports')
  const { report, orders } = view
  return (
    <>
      {report.orders === 0 ? (
        <div className={classes.panel}>
          <EmptyState
            icon={<IconReceiptOff aria-hidden size={56} stroke={1.3} />}
            title={t('empty')}
            text={t('emptyText')}
          />
        </div>
      ) : (
        <>
          <Headline report={report} />
          <div className={classes.columns}>
            <div className={classes.column}>
              <div className={classes.panel}>
                <MethodTable report={report} />
              </div>
              <div className={classes.panel}>
                <HourTable hours={report.hours} />
              </div>
            </div>
            <div className={classes.column}>
              <div className={classes.panel}>
                <TaxTable report={report} />
              </div>
              <div className={classes.panel}>
                <ItemTable items={report.items} />
              </div>
            </div>
          </div>
        </>
      )}
      {orders.length > 0 && (
        <div className={classes.panel}>
          <OrderList orders={orders} />
        </div>
      )}
    </>
  )
}
