import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useTableLabel } from '#app/data/use-table-label.ts'
import { Button } from '#app/ui/button.tsx'
import type { OrderView } from '#device/messages.ts'
import { useTellingCommand } from './failure-toast.ts'
import classes from './order-sheet.module.css'

interface Props {
  readonly view: OrderView
  readonly onDone: () => void
}

/** The orders that count for this one, each with the way back. [MERGE3] */
export function MergedOrders({ view, onDone }: Props): ReactNode {
  const { t } = useTranslation('pos')
  const label = useTableLabel()
  const run = useTellingCommand()
  const takeApart = async (orderId: string): Promise<void> => {
    const result = await run({ type: 'unmerge_order', orderId, reason: '' })
    if (result.ok) onDone()
  }
  if (view.merged.length === 0) return null
  return (
    <section aria-label={t('actions.merged')}>
      <h3 className={classes.label}>{t('actions.merged')}</h3>
      <ul className={classes.merged}>
        {view.merged.map(({ orderId, number, tableName }) => (
          <li key={orderId} className={classes.mergedOne}>
            <span className={classes.grow}>
              {label(tableName)} · {number}
            </span>
            <Button
              aria-label={t('actions.apartLabel', { place: `${label(tableName)} ${number}` })}
              onClick={() => void takeApart(orderId)}
            >
              {t('actions.apart')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
