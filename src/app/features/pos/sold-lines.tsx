import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { lineExtras, lineName } from './line-words.ts'
import { AllergyMark } from '#app/ui/allergy-mark.tsx'
import { allergyMark } from './options/allergy-words.ts'
import type { OrderView } from '#device/messages.ts'
import type { Item } from '#domain/item/item.ts'
import { lineAmount } from '#domain/order/bill.ts'
import classes from './order-page.module.css'

/** Every line there ever was on the order: what was taken off stays to be read, struck out. */
export function SoldLines({ view }: { readonly view: OrderView }): ReactNode {
  const { t } = useTranslation('history')
  if (view.items.length === 0) return <p className={classes.soft}>{t('page.noLines')}</p>
  return (
    <ul className={classes.lines}>
      {view.items.map((item) => (
        <SoldLine key={item.id} item={item} view={view} />
      ))}
    </ul>
  )
}

interface Props {
  readonly item: Item
  readonly view: OrderView
}

function SoldLine({ item, view }: Props): ReactNode {
  const { t } = useTranslation(['history', 'pos'])
  const format = useFormat()
  const { t: words } = useTranslation('pos')
  const gone = item.status === 'voided'
  const extras = lineExtras({ ...item, discounts: [] }, words, format)
  const allergy = allergyMark(item.allergies, words)
  const sold = view.order.sale?.lines.find(({ itemId }) => itemId === item.id)
  const off =
    sold?.discounts ?? item.discounts.map(({ id, name, kind }) => ({ id, name, kind, amount: null }))
  return (
    <li className={classes.line} data-gone={gone || undefined}>
      <span className={classes.qty}>{`${gone ? item.ordered : item.qty} ×`}</span>
      <span className={classes.lineName}>
        {gone ? <s>{lineName(item)}</s> : lineName(item)}
        {extras !== '' && <span className={classes.extras}>{extras}</span>}
        {item.note !== '' && <span className={classes.extras}>{item.note}</span>}
        {allergy !== '' && <AllergyMark words={allergy} />}
        {off.map(({ id, name, kind, amount }) => (
          <span key={id} className={classes.off}>
            <span>{kind === 'comp' ? t('pos:discount.comp') : name}</span>
            {amount !== null && <span>{format.money(-amount)}</span>}
          </span>
        ))}
        {item.voids.map(({ kind, qty, reason, at }) => (
          <span key={`${at} ${kind}`} className={classes.off}>
            {kind === 'removed' ? t('page.removed', { qty }) : t('page.voided', { qty, reason })}
          </span>
        ))}
      </span>
      <span className={classes.amount}>{gone ? '' : format.money(lineAmount(item))}</span>
    </li>
  )
}
