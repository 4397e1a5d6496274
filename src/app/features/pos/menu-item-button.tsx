import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { HiddenText } from '#app/ui/hidden-text.tsx'
import { picturePath } from '#domain/menu/picture.ts'
import type { MenuItemView } from '#device/messages.ts'
import classes from './menu.module.css'

/** From here on whoever sells should look. */
const LOW = 3

interface Props {
  readonly item: MenuItemView
  /** Written out once for the whole grid: formatting money is the dearest thing here. */
  readonly price: string
  /** What it costs at other hours, where another price counts now. */
  readonly usual: string | null
  /** How many are on the order and not sent yet. */
  readonly count: number
  /** How many there are still, where somebody counts. */
  readonly left: number | null
  /** What of it the asking guest must not eat, in words; empty: nobody stated it. Null: nothing. [ALLERGEN6] */
  readonly avoid: string | null
  /** 86: somebody said so, or an ingredient is used up. */
  readonly out: boolean
  readonly onAdd: (dish: MenuItemView) => void
}

/** Painted again only when its own item or count changes: a tap must show within 50 ms on a slow tablet. */
export const MenuItemButton = memo(function MenuItemButton(props: Props): ReactNode {
  const { item, price, usual, count, left, avoid, out, onAdd } = props
  const { t } = useTranslation('pos')
  const picture = picturePath(item.picture)
  return (
    <button
      type="button"
      className={classes.item}
      data-dish={item.id}
      data-quick
      data-out={out || undefined}
      data-avoid={avoid === null ? undefined : avoid === '' ? 'unknown' : 'contains'}
      onClick={() => onAdd(item)}
    >
      <span className={classes.picture} aria-hidden>
        <span className={classes.letters}>{item.name.slice(0, 2)}</span>
        {picture !== null && (
          <img
            src={picture}
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
        <span className={classes.name}>{item.name}</span>{' '}
        <span className={classes.price}>
          {price}
          {usual !== null && (
            <>
              {' '}
              <HiddenText>{t('menu.insteadOf')}</HiddenText> <s className={classes.usual}>{usual}</s>
            </>
          )}
        </span>
      </span>
      {out && (
        <>
          <span className={classes.soldOut}>{t('menu.soldOut')}</span>
          <HiddenText>{t('menu.soldOutLong')}</HiddenText>
        </>
      )}
      {avoid !== null && !out && <Avoid what={avoid} />}
      {left !== null && !out && (
        <span className={classes.left} data-low={left <= LOW || undefined}>
          {t('menu.left', { count: left })}
        </span>
      )}
      {count > 0 && (
        <span className={classes.count} aria-hidden>
          {count}
        </span>
      )}
    </button>
  )
})

/** Why the asking guest should not have it. */
function Avoid({ what }: { readonly what: string }): ReactNode {
  const { t } = useTranslation('pos')
  if (what === '') return <span className={classes.avoid}>{t('allergy.maybe')}</span>
  return (
    <span className={classes.avoid}>
      <HiddenText>{t('allergy.has')}</HiddenText> <span className={classes.avoidWhat}>{what}</span>
    </span>
  )
}
