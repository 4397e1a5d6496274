import type { Section } from './section.ts'

export const coffee: Section = {
  slug: 'coffee',
  name: 'Coffee',
  color: 'amber',
  stationId: 'station-bar',
  taxId: 'tax-13',
  dishes: [
    { slug: 'espresso', name: 'Espresso', cents: 120 },
    { slug: 'macchiato', name: 'Macchiato', cents: 140 },
    { slug: 'flat-white', name: 'Flat white', cents: 280 },
    { slug: 'cappuccino', name: 'Cappuccino', cents: 290 },
    { slug: 'americano', name: 'Americano', cents: 180 },
    { slug: 'galao', name: 'Galão', cents: 220 },
    { slug: 'mocha', name: 'Mocha', cents: 340 },
    { slug: 'iced-latte', name: 'Iced latte', cents: 360 },
    { slug: 'hot-chocolate', name: 'Hot chocolate', cents: 320 },
  ],
}
