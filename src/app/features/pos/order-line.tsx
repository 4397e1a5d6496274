import { IconBan } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { memo, type ReactNode } from 'react'
import type { Format } from '#app/data/use-format.ts'
import { IconButton } from '#app/ui/button.tsx'
import { AllergyMark } from '#app/ui/allergy-mark.tsx'
import { Sign } from '#app/ui/sign.tsx'
import { Stepper } from '#app/ui/stepper.tsx'
import type { Item } from '#domain/item/item.ts'
import { lineAmount } from '#domain/order/bill.ts'
import { allergyMark } from './options/allergy-words.ts'
import { lineExtras, lineName } from './line-words.ts'
import { PreparationChip } from './preparation-chip.tsx'
import classes from './slip.module.css'

/** What a line shows and no more: the device's own line after one begun here is drawn without drawing it again. */
interface NewLineProps extends Pick<Item, 'id' | 'name' | 'note' | 'qty'> {
  /** Its modifiers in words, one to a text line: a text, so that the same words are not drawn again. */
  readonly extras: string
  /** "ALLERGY: nuts", or empty. */
  readonly allergy: string
  /** How many there may be of it: of a weighed portion one. */
  readonly most: number
  /** Whether there is something to choose besides a note. */
  readonly offers: boolean
  readonly amount: number
  /** Words and amounts come from the list: asked for once, not by every row. */
  readonly t: TFunction<'pos'>
  readonly money: Format['money']
  readonly locked: boolean
  /** Still not saved after a moment: drawn paler. */
  readonly late: boolean
  readonly onStep: (itemId: string, by: 1 | -1) => void
  readonly onRemove: (itemId: string) => void
  readonly onOpen: (itemId: string) => void
}

/** A line the kitchen does not have yet: everything about it may still change. */
export const NewLine = memo(function NewLine(props: NewLineProps): ReactNode {
  const {
    id,
    name,
    extras,
    allergy,
    most,
    offers,
    note,
    qty,
    amount,
    t,
    money,
    locked,
    late,
    onStep,
    onRemove,
    onOpen,
  } = props
  const plain = extras === '' && note === '' && allergy === ''
  return (
    <li className={classes.line} data-line={id} data-late={late || undefined}>
      {locked ? (
        <span className={classes.qty}>{qty} ×</span>
      ) : (
        <Stepper
          value={qty}
          min={1}
          max={most}
          onChange={(wanted) => onStep(id, wanted > qty ? 1 : -1)}
          lessLabel={t('order.less', { name })}
          moreLabel={t('order.plus', { name })}
          label={t('order.qty', { name })}
          atMin={{
            icon: <Sign name="trash" />,
            label: t('order.remove', { name }),
            act: () => onRemove(id),
          }}
        />
      )}
      {locked ? (
        <LineName {...{ name, extras, note, allergy }} />
      ) : (
        <button
          type="button"
          className={classes.wish}
          aria-label={t('order.change', { name })}
          aria-describedby={plain ? undefined : `line-${id}`}
          onClick={() => onOpen(id)}
        >
          {name}
          {plain ? (
            <span className={classes.addNote}>{t(offers ? 'order.addOptions' : 'order.addNote')}</span>
          ) : (
            <span id={`line-${id}`}>
              <Wishes {...{ extras, note, allergy }} />
            </span>
          )}
        </button>
      )}
      <span className={classes.amount}>{money(amount)}</span>
    </li>
  )
})

interface SentLineProps {
  readonly item: Item
  readonly t: TFunction<'pos'>
  readonly format: Format
  /** Opens what may still be told the kitchen; null: nothing. */
  readonly onOpen: ((itemId: string) => void) | null
  /** Left out for those who may not. */
  readonly onVoid: ((item: Item) => void) | null
}

/** A line the kitchen has: how far it is, and for those who may, the way to strike it. */
export const SentLine = memo(function SentLine(props: SentLineProps): ReactNode {
  const { item, t, format, onOpen, onVoid } = props
  const name = (
    <LineName
      name={lineName(item)}
      extras={lineExtras(item, t, format)}
      note={item.note}
      allergy={allergyMark(item.allergies, t)}
    >
      <span className={classes.chip}>
        <PreparationChip preparation={item.preparation ?? 'pending'} />
      </span>
    </LineName>
  )
  return (
    <li className={classes.line}>
      <span className={classes.qty}>{item.qty} ×</span>
      {onOpen === null ? (
        name
      ) : (
        <button
          type="button"
          className={classes.wish}
          aria-label={t('order.tellLabel', { name: item.name })}
          aria-describedby={`line-${item.id}`}
          onClick={() => onOpen(item.id)}
        >
          <span id={`line-${item.id}`}>{name}</span>
        </button>
      )}
      <span className={classes.amount}>{format.money(lineAmount(item))}</span>
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

interface LineNameProps extends Pick<Item, 'name' | 'note'> {
  readonly extras: string
  readonly allergy: string
  readonly children?: ReactNode
}

function LineName({ name, extras, note, allergy, children }: LineNameProps): ReactNode {
  return (
    <span className={classes.lineName}>
      {name}
      <Wishes {...{ extras, note, allergy }} />
      {children}
    </span>
  )
}

function Wishes({ extras, note, allergy }: Pick<LineNameProps, 'extras' | 'note' | 'allergy'>): ReactNode {
  return (
    <>
      {extras !== '' && <span className={classes.extras}>{extras}</span>}
      {note !== '' && <span className={classes.lineNote}>{note}</span>}
      {allergy !== '' && <AllergyMark words={allergy} />}
    </>
  )
}
