import { Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import type { StockItemView, StockMoveView } from '#device/messages/stock-views.ts'
import { worthInMinor, worthOf } from '#domain/stock/worth.ts'
import classes from './detail.module.css'
import { hasPack } from './entries.ts'
import { IngredientEditor } from './ingredient-editor.tsx'
import { MoveList } from './move-list.tsx'
import { StandingChip } from './standing-chip.tsx'
import { standingOf } from './standing.ts'
import { TakeBackDialog } from './take-back-dialog.tsx'
import { useQuantity } from './use-quantity.ts'

interface Props {
  readonly item: StockItemView
  readonly onClose: () => void
}

/** One ingredient: what is there, what it costs, and everything that moved of it. */
export function IngredientSheet({ item, onClose }: Props): ReactNode {
  const { t } = useTranslation('stock')
  const narrow = useMediaQuery('(width < 700px)', false, { getInitialValueInEffect: false })
  const [editing, setEditing] = useState(false)
  const [takingBack, setTakingBack] = useState<StockMoveView | null>(null)
  return (
    <>
      <Modal opened onClose={onClose} title={item.name} size={680} fullScreen={narrow}>
        <div className={classes.sheet}>
          <Figures item={item} />
          <Button onClick={() => setEditing(true)}>{t('edit')}</Button>
          <MoveList item={item} onTakeBack={setTakingBack} />
        </div>
      </Modal>
      {editing && <IngredientEditor item={item} onClose={() => setEditing(false)} />}
      {takingBack !== null && <TakeBackDialog move={takingBack} onClose={() => setTakingBack(null)} />}
    </>
  )
}

function Figures({ item }: { readonly item: StockItemView }): ReactNode {
  const { t } = useTranslation('stock')
  const { money, date, time } = useFormat()
  const quantity = useQuantity()
  const { unit, level, countedAt, low, par, packName, packSize, packCost, supplier } = item
  const size = quantity(packSize, unit)
  const pack = hasPack(item) ? t('sheet.packOf', { name: packName, size }) : size
  const rows = [
    ['detail.worth', money(level > 0 ? worthInMinor(worthOf(level, item)) : 0)],
    ['detail.cost', t('detail.costOf', { cost: money(packCost), pack })],
    ...(low > 0 ? ([['detail.low', quantity(low, unit)]] as const) : []),
    ...(par > 0 ? ([['detail.par', quantity(par, unit)]] as const) : []),
    ...(supplier === '' ? [] : ([['detail.supplier', supplier]] as const)),
  ] as const
  return (
    <>
      <div className={classes.level}>
        <span>
          <span className={classes.soft}>{t('detail.level')}</span>
          <span className={classes.big}>{quantity(level, unit)}</span>
          <span className={classes.soft}>
            {countedAt === null
              ? t('detail.never')
              : t('detail.counted', { date: date(countedAt), time: time(countedAt) })}
          </span>
        </span>
        <StandingChip standing={standingOf(item)} />
      </div>
      <dl className={classes.figures}>
        {rows.map(([key, value]) => (
          <div key={key} className={classes.figure}>
            <dt>{t(key)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
