import { newId } from '#app/data/new-id.ts'
import { typedPrice, wrongName, type Wrong } from '#app/features/backoffice/records/typed.ts'
import { minor } from '#domain/money/money.ts'
import { decimalText } from '#i18n/money.ts'
import type { OfficeItem } from './menu-records.ts'

/** A part of a combo, as typed. */
export interface SlotDraft {
  readonly id: string
  readonly name: string
  readonly pieces: number
  readonly choices: readonly ChoiceDraft[]
}

export interface ChoiceDraft {
  readonly menuItemId: string
  /** What it costs more; empty: nothing. */
  readonly upcharge: string
}

export function newSlot(): SlotDraft {
  return { id: newId(), name: '', pieces: 1, choices: [] }
}

export function draftOfSlots(slots: OfficeItem['slots'], exponent: number): readonly SlotDraft[] {
  return slots.map(({ id, name, pieces, choices }) => ({
    id,
    name,
    pieces,
    choices: choices.map(({ menuItemId, upcharge }) => ({
      menuItemId,
      upcharge: upcharge === 0 ? '' : decimalText(upcharge, exponent),
    })),
  }))
}

export interface ReadSlots {
  readonly slots: OfficeItem['slots']
  readonly errors: { readonly [field: string]: Wrong | null }
}

/** What the form says, with what is wrong in it, by `slot-name:`, `slot-choices:` and `slot-extra:`. [COMBO1] */
export function readSlots(drafts: readonly SlotDraft[], exponent: number): ReadSlots {
  const errors: { [field: string]: Wrong | null } = {}
  const names = new Set<string>()
  const slots = drafts.map(({ id, name: typed, pieces, choices }) => {
    const name = typed.trim()
    errors[`slot-name:${id}`] = names.has(name) ? 'nameTwice' : wrongName(name)
    names.add(name)
    errors[`slot-choices:${id}`] = choices.length === 0 ? 'choicesMissing' : null
    return {
      id,
      name,
      pieces,
      choices: choices.map(({ menuItemId, upcharge }) => {
        const { price, wrong } =
          upcharge.trim() === '' ? { price: 0, wrong: null } : typedPrice(upcharge, exponent)
        errors[`slot-extra:${id}:${menuItemId}`] = wrong
        return { menuItemId, upcharge: minor(price) }
      }),
    }
  })
  return { slots, errors }
}

/** What may be a part: on the menu, at one fixed price, no combo itself, and not this one. [COMBO5] */
export function mayBePart(item: OfficeItem, comboId: string): boolean {
  return item.active && item.id !== comboId && item.pricing === 'fixed' && item.slots.length === 0
}
