import { IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import classes from '#app/features/backoffice/editor/editor.module.css'
import type { ItemPartProps } from './item-part.ts'
import { newSlot, type SlotDraft } from './slot-draft.ts'
import { SlotBox } from './slot-box.tsx'

interface Props extends ItemPartProps {
  readonly itemId: string
}

/** The parts of a combo; of an item that is none, the way to make it one. [COMBO1] [COMBO5] */
export function ItemSlots({ draft: { slots }, errors, menu, itemId, onChange }: Props): ReactNode {
  const { t } = useTranslation('office')
  const set = (id: string, change: Partial<SlotDraft>): void =>
    onChange({ slots: slots.map((slot) => (slot.id === id ? { ...slot, ...change } : slot)) })
  const moveUp = (at: number): void => {
    const [slot, before] = [slots[at], slots[at - 1]]
    if (slot !== undefined && before !== undefined)
      onChange({ slots: slots.toSpliced(at - 1, 2, slot, before) })
  }
  const add = (): void => onChange({ slots: [...slots, newSlot()] })
  return (
    <fieldset className={classes.set}>
      <legend className={classes.legend}>{t('combos.legend')}</legend>
      <p className={classes.hint}>{t(slots.length === 0 ? 'combos.makeHint' : 'combos.hint')}</p>
      <ul className={classes.parts}>
        {slots.map((slot, at) => (
          <SlotBox
            key={slot.id}
            slot={slot}
            errors={errors}
            menu={menu}
            itemId={itemId}
            onChange={(change) => set(slot.id, change)}
            onUp={at === 0 ? null : () => moveUp(at)}
            onRemove={() => onChange({ slots: slots.filter(({ id }) => id !== slot.id) })}
          />
        ))}
      </ul>
      <Button icon={<IconPlus size={20} aria-hidden />} onClick={add}>
        {t(slots.length === 0 ? 'combos.make' : 'combos.add')}
      </Button>
    </fieldset>
  )
}
