import { IconBan, IconTrash } from '@tabler/icons-react'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Format } from '#app/data/use-format.ts'
import { IconButton } from '#app/ui/button.tsx'
import { Stepper } from '#app/ui/stepper.tsx'
import type { Item } from '#domain/item/item.ts'
import { QTY_MAX } from '#domain/limits.ts'
import { lineAmount } from '#domain/order/bill.ts'
import { PreparationChip } from './preparation-chip.tsx'
import classes from './slip.module.css'

interface NewLineProps {
  readonly item: Item
  readonly money: Format['money']
  readonly locked: boolean
  /** Not saved yet: drawn paler if that takes longer than a moment. */
  readonly saving: boolean
  readonly onStep: (itemId: string, by: 1 | -1) => void
  readonly onRemove: (itemId: string) => void
  readonly onNote: (item: Item) => void
}

/** A line the kitchen does not have yet: everything about it may still change. */
export const NewLine = memo(function NewLine(props: NewLineProps): ReactNode {
  const { item, money, locked, saving, onStep, onRemove, onNote } = props
  const { t } = useTranslation('pos')
  const { name } = item
  return (
    <li className={classes.line} data-saving={saving || undefined}>
      {locked ? (
        <span className={classes.qty}>{item.qty} ×</span>
      ) : (
        <Stepper
          value={item.qty}
          min={1}
          max={QTY_MAX}
          onChange={(qty) => onStep(item.id, qty > item.qty ? 1 : -1)}
          lessLabel={t('order.less', { name })}
          moreLabel={t('order.plus', { name })}
          label={t('order.qty', { name })}
          atMin={{
            icon: <IconTrash size={20} stroke={1.75} aria-hidden />,
            label: t('order.remove', { name }),
            act: () => onRemove(item.id),
          }}
        />
      )}
      {locked ? (
        <LineName item={item} />
      ) : (
        <button
          type="button"
          className={classes.wish}
          aria-label={t('order.note', { name })}
          onClick={() => onNote(item)}
        >
          <LineName item={item}>
            {item.note === '' && <span className={classes.addNote}>{t('order.addNote')}</span>}
          </LineName>
        </button>
      )}
      <span className={classes.amount}>{money(lineAmount(item))}</span>
    </li>
  )
})

interface SentLineProps {
  readonly item: Item
  readonly money: Format['money']
  /** Left out for those who may not. */
  readonly onVoid: ((item: Item) => void) | null
}

/** A line the kitchen has: how far it is, and for those who may, the way to strike it. */
export const SentLine = memo(function SentLine({ item, money, onVoid }: SentLineProps): ReactNode {
  const { t } = useTranslation('pos')
  return (
    <li className={classes.line}>
      <span className={classes.qty}>{item.qty} ×</span>
      <LineName item={item}>
        <span className={classes.chip}>
          <PreparationChip preparation={item.preparation ?? 'pending'} />
        </span>
      </LineName>
      <span className={classes.amount}>{money(lineAmount(item))}</span>
      {onVoid !== null && (
        <IconButton
          className={classes.small}
          label={t('order.void', { name: item.name })}
          onClick={() => onVoid(item)}
        >
          <IconBan size={20} stroke={1.75} aria-hidden />
        </IconButton>
      )}
    </li>
  )
})

function LineName({ item, children }: { readonly item: Item; readonly children?: ReactNode }): ReactNode {
  return (
    <span className={classes.lineName}>
      {item.name}
      {item.note !== '' && <span className={classes.lineNote}>{item.note}</span>}
      {children}
    </span>
  )
}
