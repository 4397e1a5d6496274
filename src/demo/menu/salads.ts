import { base, pokeToppings } from './groups.ts'
import type { Section } from './section.ts'

export const salads: Section = {
  slug: 'salads',
  name: 'Salads & soups',
  color: 'green',
  stationId: 'station-kitchen',
  taxId: 'tax-13',
  course: 1,
  dishes: [
    { slug: 'caldo-verde', name: 'Caldo verde', cents: 420 },
    { slug: 'tomato-soup', name: 'Tomato soup', cents: 480 },
    { slug: 'pumpkin-soup', name: 'Pumpkin soup', cents: 460 },
    { slug: 'caesar-salad', name: 'Caesar salad', cents: 950 },
    { slug: 'greek-salad', name: 'Greek salad', cents: 890 },
    { slug: 'poke-bowl', name: 'Salmon poke', cents: 1190, course: 2, groups: [base, pokeToppings] },
    { slug: 'salad-bar', name: 'Salad bar', cents: 1490, more: { pricing: 'weight', unit: 'kg' } },
  ],
}
