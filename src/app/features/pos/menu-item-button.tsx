import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { HiddenText } from '#app/ui/hidden-text.tsx'
import type { MenuItemView } from '#device/messages.ts'
import classes from './menu.module.css'

interface Props {
  readonly item: MenuItemView
  /** Written out once for the whole grid: formatting money is the dearest thing here. */
  readonly price: string
  /** How many are on the order and not sent yet. */
  readonly count: number
  readonly onAdd: (dish: MenuItemView) => void
}

/** Painted again only when its own item or count changes: a tap must show within 50 ms on a slow tablet. */
export const MenuItemButton = memo(function MenuItemButton({ item, price, count, onAdd }: Props): ReactNode {
  const { t } = useTranslation('pos')
  return (
    <button type="button" className={classes.item} disabled={!item.available} onClick={() => onAdd(item)}>
      <span className={classes.picture} aria-hidden>
        <span className={classes.letters}>{item.name.slice(0, 2)}</span>
        {item.picture !== '' && (
          <img
            src={`/pictures/${item.picture}.svg`}
            alt=""
            width={320}
            height={240}
            loading="lazy"
            decoding="async"
            draggable={false}
          />
        )}
      </span>
      <span className={classes.words}>
        <span className={classes.name}>{item.name}</span> <span className={classes.price}>{price}</span>
      </span>
      {!item.available && (
        <>
          <span className={classes.soldOut}>{t('menu.soldOut')}</span>
          <HiddenText>{t('menu.soldOutLong')}</HiddenText>
        </>
      )}
      {count > 0 && (
        <span className={classes.count} aria-hidden>
          {count}
        </span>
      )}
    </button>
  )
})
