import { useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RunCommand } from '#app/data/use-command.ts'
import { useFormat } from '#app/data/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import type { ChoiceView } from '#device/messages.ts'
import type { Known } from '#domain/context.ts'
import type { Item } from '#domain/item/item.ts'
import type { MenuItem } from '#domain/menu/menu.ts'
import { reconfigure } from '#domain/menu/reconfigure.ts'
import { isSamePlace, placeOfLine } from './line-place.ts'
import { PlaceFields } from './place-fields.tsx'
import { NOTHING_STATED } from '#domain/menu/allergens.ts'
import { lineAllergens } from '#domain/menu/line-allergens.ts'
import { AllergyField } from './allergy-field.tsx'
import { Choices } from './choices.tsx'
import { choiceOf, wishOf, type Wish } from './draft.ts'
import { lackingOf } from './lacking.ts'
import { isSameAllergies } from './same-allergies.ts'
import { NoteField } from './note-field.tsx'
import classes from './options.module.css'

interface Props extends ChoiceView {
  readonly line: Item
  /** Null when it is no longer on the menu: then only its note changes. */
  readonly item: Known<MenuItem> | null
  readonly covers: number | null
  readonly run: RunCommand
  readonly onDone: () => void
}

const NO_WISH: Wish = { variantId: '', modifiers: [], parts: [] }

/** A line the kitchen does not have yet: its size, modifiers and note, chosen anew. [MOD12] [ITEM4] */
export function LineForm({ line, item, facts, terms, covers, run, onDone }: Props): ReactNode {
  const { t } = useTranslation('pos')
  const { money } = useFormat()
  const [before] = useState(() => (item === null ? NO_WISH : wishOf(line, item, facts)))
  const [wish, setWish] = useState(before)
  const [note, setNote] = useState(line.note)
  const [allergies, setAllergies] = useState(line.allergies ?? [])
  const [place, setPlace] = useState(() => placeOfLine(line))
  const [busy, setBusy] = useState(false)
  const choice = choiceOf(wish)
  const rechosen = item !== null && wish !== before ? reconfigure(line, choice, facts, terms) : null
  const each = rechosen?.ok === true ? rechosen.value.unitPrice : line.unitPrice
  const asBefore = item === null ? line.allergens : lineAllergens(item, line.modifiers, facts.groups)
  const dish = (rechosen?.ok === true ? rechosen.value.allergens : asBefore) ?? NOTHING_STATED
  const lacking = item !== null && wish !== before ? lackingOf(wish, item, facts) : null
  const asks = item !== null && ((item.groups ?? []).length > 0 || (item.variants ?? []).length > 0)

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (lacking !== null) return document.getElementById(lacking.place)?.focus()
    setBusy(true)
    const { orderId, id: itemId } = line
    const chosen = wish === before || (await run({ type: 'choose_modifiers', orderId, itemId, ...choice })).ok
    const warned =
      chosen &&
      (isSameAllergies(allergies, line.allergies) ||
        (await run({ type: 'set_allergies', orderId, itemId, allergies, before: line.allergies ?? [] })).ok)
    const words = note.trim()
    const noted =
      warned &&
      (words === line.note || (await run({ type: 'set_item_note', orderId, itemId, note: words })).ok)
    const { seat, held, course } = place
    const moved = { orderId, itemId, seat, held, ...(course === null ? {} : { course }) }
    const placed =
      noted && (isSamePlace(place, placeOfLine(line)) || (await run({ type: 'place_item', ...moved })).ok)
    if (placed) return onDone()
    setBusy(false)
  }
  return (
    <form className={classes.form} onSubmit={(event) => void save(event)}>
      <div className={classes.body}>
        {item !== null && (
          <Choices {...{ item, facts, terms, wish }} sizeStays={line.combo !== null} onChange={setWish} />
        )}
        {covers !== null && <PlaceFields {...{ place, covers }} usual={false} onChange={setPlace} />}
        <AllergyField {...{ allergies, dish }} onChange={setAllergies} />
        <NoteField note={note} onChange={setNote} first={!asks} />
      </div>
      <footer className={classes.foot}>
        <span className={classes.total}>{money(each * line.qty)}</span>
        <Button
          type="submit"
          variant={lacking === null ? 'primary' : 'plain'}
          large
          className={classes.add ?? ''}
          disabled={busy}
        >
          {lacking === null ? t('options.save') : t('options.lacking', { name: lacking.name })}
        </Button>
      </footer>
    </form>
  )
}
