import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { picturePath } from '#domain/menu/picture.ts'
import { Chip } from '#app/ui/chip.tsx'
import type { OfficeItem } from './menu-records.ts'
import classes from '#app/features/backoffice/office.module.css'

interface Props {
  readonly item: OfficeItem
  /** The same function each time: a list of a thousand rows is not drawn again for one. */
  readonly onOpen: (item: OfficeItem) => void
}

/** One item of the list: a tap opens its form. */
export const ItemRow = memo(function ItemRow({ item, onOpen }: Props): ReactNode {
  const { t } = useTranslation('office')
  const picture = picturePath(item.picture)
  return (
    <li>
      <button
        type="button"
        className={classes.row}
        onClick={() => onOpen(item)}
        data-off={!item.active || undefined}
      >
        <span className={classes.thumb} aria-hidden>
          {picture === null ? (
            item.name.slice(0, 2)
          ) : (
            <img src={picture} alt="" width={64} height={48} loading="lazy" />
          )}
        </span>
        <span className={classes.rowName}>{item.name}</span>
        <span className={classes.chips}>
          {!item.active && <Chip>{t('retired')}</Chip>}
          {!item.available && <Chip tone="busy">{t('items.soldOut')}</Chip>}
          {item.slots.length > 0 && <Chip>{t('items.combo')}</Chip>}
        </span>
        <span className={classes.rowPrice}>
          <Price item={item} />
        </span>
      </button>
    </li>
  )
})

function Price({ item }: Pick<Props, 'item'>): ReactNode {
  const { t } = useTranslation('office')
  const { money } = useFormat()
  const sizes = item.variants.filter(({ active }) => active)
  if (sizes.length > 0) return t('items.sizes', { count: sizes.length })
  if (item.pricing === 'open') return t('items.openPrice')
  if (item.pricing === 'weight') return t('items.perUnit', { price: money(item.price), unit: item.unit })
  return money(item.price)
}
