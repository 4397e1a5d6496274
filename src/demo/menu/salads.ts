import type { Section } from './section.ts'

export const salads: Section = {
  slug: 'salads',
  name: 'Salads & soups',
  color: 'green',
  stationId: 'station-kitchen',
  taxId: 'tax-13',
  dishes: [
    { slug: 'caldo-verde', name: 'Caldo verde', cents: 420 },
    { slug: 'tomato-soup', name: 'Tomato soup', cents: 480 },
    { slug: 'pumpkin-soup', name: 'Pumpkin soup', cents: 460 },
    { slug: 'caesar-salad', name: 'Caesar salad', cents: 950 },
    { slug: 'greek-salad', name: 'Greek salad', cents: 890 },
    { slug: 'poke-bowl', name: 'Salmon poke', cents: 1190 },
  ],
}
