import { cooked, garnish, sauces, side, toppings } from './groups.ts'
import { lunch } from './lunch.ts'
import type { Section } from './section.ts'

export const plates: Section = {
  slug: 'plates',
  name: 'Plates',
  color: 'red',
  stationId: 'station-kitchen',
  taxId: 'tax-13',
  course: 2,
  dishes: [
    { slug: 'burger', name: 'House burger', cents: 1250, groups: [garnish, toppings, sauces] },
    { slug: 'francesinha', name: 'Francesinha', cents: 1390 },
    { slug: 'bacalhau-bras', name: 'Bacalhau à Brás', cents: 1350 },
    { slug: 'sardines', name: 'Grilled sardines', cents: 1280 },
    { slug: 'bitoque', name: 'Steak & egg', cents: 1590, groups: [cooked, side, sauces] },
    { slug: 'piri-piri-chicken', name: 'Piri-piri chicken', cents: 1290 },
    { slug: 'mushroom-risotto', name: 'Mushroom risotto', cents: 1220 },
    { slug: 'prawn-linguine', name: 'Prawn linguine', cents: 1450 },
    { slug: 'fries', name: 'Fries', cents: 380, groups: [sauces] },
    { slug: 'lunch-menu', name: 'Lunch menu', cents: 1490, more: { slots: lunch } },
    { slug: 'chef-special', name: 'Chef’s special', cents: 0, more: { pricing: 'open' } },
  ],
}
