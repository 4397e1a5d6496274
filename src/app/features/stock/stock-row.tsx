import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { StockItemView } from '#device/messages/stock-views.ts'
import { standingOf } from './standing.ts'
import { StandingChip } from './standing-chip.tsx'
import classes from './stock.module.css'
import { useQuantity } from './use-quantity.ts'

interface Props {
  readonly item: StockItemView
  readonly onOpen: (id: string) => void
}

/** One ingredient: what is there, and whether that is enough. */
export const StockRow = memo(function StockRow({ item, onOpen }: Props): ReactNode {
  const { t } = useTranslation('stock')
  const quantity = useQuantity()
  const { id, name, supplier, unit, level, par } = item
  return (
    <li>
      <button type="button" className={classes.row} onClick={() => onOpen(id)}>
        <span className={classes.name}>
          {name}
          {supplier !== '' && <span className={classes.soft}>{supplier}</span>}
        </span>
        <StandingChip standing={standingOf(item)} />
        <span className={classes.level}>
          {quantity(level, unit)}
          {par > 0 && <span className={classes.soft}>{t('par', { par: quantity(par, unit) })}</span>}
        </span>
      </button>
    </li>
  )
})
