import { useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RunCommand } from '#app/data/use-command.ts'
import { Button } from '#app/ui/button.tsx'
import { NOTHING_STATED } from '#domain/menu/allergens.ts'
import type { Item } from '#domain/item/item.ts'
import { AllergyField } from './allergy-field.tsx'
import { isSameAllergies } from './same-allergies.ts'
import { NoteField } from './note-field.tsx'
import classes from './options.module.css'

interface Props {
  readonly line: Item
  readonly run: RunCommand
  readonly onDone: () => void
}

/** A line the kitchen has: a word to it, or an allergy that the guest says only now. [CHANGE1] [ALLERGY2] */
export function SentForm({ line, run, onDone }: Props): ReactNode {
  const { t } = useTranslation('pos')
  const [allergies, setAllergies] = useState(line.allergies ?? [])
  const [note, setNote] = useState(line.note)
  const [busy, setBusy] = useState(false)
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    const { orderId, id: itemId } = line
    const words = note.trim()
    const done =
      (isSameAllergies(allergies, line.allergies) ||
        (await run({ type: 'set_allergies', orderId, itemId, allergies, before: line.allergies ?? [] }))
          .ok) &&
      (words === line.note || (await run({ type: 'change_sent_item', orderId, itemId, note: words })).ok)
    if (done) return onDone()
    setBusy(false)
  }
  return (
    <form className={classes.form} onSubmit={(event) => void save(event)}>
      <div className={classes.body}>
        <p className={classes.told}>{t('order.sentHint')}</p>
        <AllergyField {...{ allergies }} dish={line.allergens ?? NOTHING_STATED} onChange={setAllergies} />
        <NoteField note={note} onChange={setNote} first={false} />
      </div>
      <footer className={classes.foot}>
        <Button type="submit" variant="primary" large className={classes.add ?? ''} disabled={busy}>
          {t('order.tellKitchen')}
        </Button>
      </footer>
    </form>
  )
}
