import { Switch } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import type { MoveAfter, StockItemView, StockMoveView } from '#device/messages/stock-views.ts'
import classes from './detail.module.css'
import { useMoves } from './use-asked.tsx'
import { useQuantity } from './use-quantity.ts'

interface Props {
  readonly item: StockItemView
  readonly onTakeBack: (move: StockMoveView) => void
}

/** Everything that moved of an ingredient, page by page, the newest first. */
export function MoveList({ item, onTakeBack }: Props): ReactNode {
  const { t } = useTranslation('stock')
  const [sold, setSold] = useState(false)
  const [places, setPlaces] = useState<readonly (MoveAfter | null)[]>([null])
  return (
    <section aria-label={t('moves.title')} className={classes.moves}>
      <div className={classes.movesHead}>
        <h2 className={classes.heading}>{t('moves.title')}</h2>
        <Switch
          className={classes.switch ?? ''}
          size="md"
          label={t('moves.sold')}
          checked={sold}
          onChange={(event) => {
            setSold(event.currentTarget.checked)
            setPlaces([null])
          }}
        />
      </div>
      {places.map((after, index) => (
        <Page
          key={`${sold} ${after?.id ?? ''}`}
          item={item}
          after={after}
          sold={sold}
          isLast={index === places.length - 1}
          onOlder={(next) => setPlaces((old) => [...old, next])}
          onTakeBack={onTakeBack}
        />
      ))}
    </section>
  )
}

interface PageProps extends Props {
  readonly after: MoveAfter | null
  readonly sold: boolean
  readonly isLast: boolean
  readonly onOlder: (next: MoveAfter) => void
}

function Page({ item, after, sold, isLast, onOlder, onTakeBack }: PageProps): ReactNode {
  const { t } = useTranslation('stock')
  const { view, instead } = useMoves(item.id, after, sold)
  if (view === null) return instead
  const { moves, next } = view
  return (
    <>
      {after === null && moves.length === 0 && <p className={classes.soft}>{t('moves.none')}</p>}
      {moves.length > 0 && (
        <ul className={classes.list}>
          {moves.map((move) => (
            <MoveRow key={move.id} item={item} move={move} onTakeBack={onTakeBack} />
          ))}
        </ul>
      )}
      {isLast && next !== null && (
        <Button wide onClick={() => onOlder(next)}>
          {t('moves.older')}
        </Button>
      )}
    </>
  )
}

interface RowProps extends Props {
  readonly move: StockMoveView
}

function MoveRow({ item, move, onTakeBack }: RowProps): ReactNode {
  const { t } = useTranslation('stock')
  const { date, time } = useFormat()
  const quantity = useQuantity()
  const { kind, at, qty, what, reason, byName, stockId } = move
  const when = `${date(at)}, ${time(at)}`
  const amount = quantity(qty, item.unit)
  return (
    <li className={classes.move}>
      <span className={classes.what}>
        {[t(`moves.${kind}`), what].filter((text) => text !== '').join(' · ')}
        {reason !== '' && <span className={classes.soft}>{reason}</span>}
        <span className={classes.soft}>
          {byName === '' ? when : t('moves.by', { time: when, name: byName })}
        </span>
      </span>
      <span className={classes.amount}>
        {kind === 'counted' ? `= ${amount}` : qty > 0 ? `+${amount}` : amount.replace('-', '−')}
      </span>
      {stockId !== null && (
        <Button
          variant="quiet"
          className={classes.back}
          aria-label={t('moves.takeBackOf', { kind: t(`moves.${kind}`), date: when })}
          onClick={() => onTakeBack(move)}
        >
          {t('moves.takeBack')}
        </Button>
      )}
    </li>
  )
}
