import type { ComboSlot } from '#domain/menu/menu.ts'
import { minor } from '#domain/money/money.ts'

/** Soup, plate and drink at one price; some plates cost more. */
export const lunch: readonly ComboSlot[] = [
  slot('soup', 'Soup', { 'caldo-verde': 0, 'tomato-soup': 0, 'pumpkin-soup': 0 }),
  slot('plate', 'Plate', { 'piri-piri-chicken': 0, 'mushroom-risotto': 0, burger: 0, bitoque: 250 }),
  slot('drink', 'Drink', { 'still-water': 0, cola: 0, lager: 50 }),
]

function slot(id: string, name: string, choices: { readonly [slug: string]: number }): ComboSlot {
  return {
    id: `lunch-${id}`,
    name,
    pieces: 1,
    choices: Object.entries(choices).map(([slug, cents]) => ({
      menuItemId: `menu-${slug}`,
      upcharge: minor(cents),
    })),
  }
}
