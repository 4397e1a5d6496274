import { useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { Stepper } from '#app/ui/stepper.tsx'
import { usePad } from '#app/ui/use-pad.ts'
import type { ChoiceView } from '#device/messages.ts'
import type { Known } from '#domain/context.ts'
import { QTY_MAX } from '#domain/limits.ts'
import type { Choice } from '#domain/menu/choice.ts'
import { configure } from '#domain/menu/configure.ts'
import type { MenuItem } from '#domain/menu/menu.ts'
import { saidPlace, type LinePlace } from './line-place.ts'
import type { Allergen } from '#domain/menu/allergens.ts'
import { AllergyField } from './allergy-field.tsx'
import { AmountPad } from './amount-pad.tsx'
import { Choices } from './choices.tsx'
import type { NewLine } from './choosing.ts'
import { choiceOf, firstWish } from './draft.ts'
import { dishOf } from './contents.ts'
import { lackingOf } from './lacking.ts'
import { NoteField } from './note-field.tsx'
import classes from './options.module.css'

interface Props extends ChoiceView {
  readonly item: Known<MenuItem>
  readonly place: LinePlace
  /** False when it was refused: everything chosen stays on the sheet. */
  readonly onAdd: (line: NewLine) => Promise<boolean>
  readonly onDone: () => void
}

const PRICE_DIGITS_MAX = 8
const WEIGHT_DIGITS_MAX = 6

/** An item before it is on the order: what it is to be, and at the bottom what that costs. */
export function ChooseForm({ item, facts, terms, place, onAdd, onDone }: Props): ReactNode {
  const { t } = useTranslation('pos')
  const { money, locale } = useFormat()
  const [wish, setWish] = useState(() => firstWish(item, facts))
  const [qty, setQty] = useState(1)
  const [note, setNote] = useState('')
  const [allergies, setAllergies] = useState<readonly Allergen[]>([])
  const [busy, setBusy] = useState(false)
  const weighed = item.pricing === 'weight'
  const pad = usePad(weighed ? WEIGHT_DIGITS_MAX : PRICE_DIGITS_MAX)
  const typed = item.pricing === 'open' || weighed
  const choice = { ...choiceOf(wish), ...typedOf(item, pad.digits) }
  const lines = configure(choice, facts, terms)
  const each = lines.ok ? lines.value.reduce((all, line) => all + line.unitPrice, 0) : null
  const dish = dishOf(item, lines.ok ? lines.value : null, facts)
  const lacking = lackingOf(wish, item, facts)
  const untyped = typed && Number(pad.digits) === 0

  const add = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault()
    if (lacking !== null) return document.getElementById(lacking.place)?.focus()
    if (untyped || busy) return
    setBusy(true)
    const said = { qty, note: note.trim(), allergies, ...saidPlace(place) }
    if (await onAdd({ menuItemId: item.id, ...choice, ...said })) return onDone()
    setBusy(false)
  }
  return (
    <form className={classes.form} onSubmit={(event) => void add(event)}>
      <div className={classes.body}>
        {typed && (
          <AmountPad
            label={t(weighed ? 'options.weight' : 'options.price')}
            amount={weighed ? weightWords(pad.digits, item.unit ?? '', locale) : money(Number(pad.digits))}
            hint={weighed ? t('menu.perUnit', { price: money(item.price), unit: item.unit ?? '' }) : ''}
            pad={pad}
            onEnter={() => void add()}
          />
        )}
        <Choices {...{ item, facts, terms, wish }} onChange={setWish} />
        <AllergyField {...{ allergies, dish }} onChange={setAllergies} />
        <NoteField note={note} onChange={setNote} first={false} />
      </div>
      <footer className={classes.foot}>
        {!weighed && (
          <Stepper
            value={qty}
            min={1}
            max={QTY_MAX}
            onChange={setQty}
            lessLabel={t('order.less', { name: item.name })}
            moreLabel={t('order.plus', { name: item.name })}
            label={t('order.qty', { name: item.name })}
          />
        )}
        <Button
          type="submit"
          variant={lacking === null && !untyped ? 'primary' : 'plain'}
          large
          className={classes.add ?? ''}
          disabled={busy || untyped}
        >
          {lacking === null
            ? t('options.add', { amount: each === null || untyped ? '' : money(each * qty) })
            : t('options.lacking', { name: lacking.name })}
        </Button>
      </footer>
    </form>
  )
}

function typedOf({ pricing }: MenuItem, digits: string): Choice {
  if (pricing === 'open') return { openPrice: Number(digits) }
  return pricing === 'weight' ? { weightMilli: Number(digits) } : {}
}

const MILLI = 1_000

function weightWords(digits: string, unit: string, locale: string): string {
  const amount = (Number(digits) / MILLI).toLocaleString(locale, { minimumFractionDigits: 3 })
  return `${amount} ${unit}`
}
