import { coffeeWishes, milk } from './groups.ts'
import type { Section } from './section.ts'

export const coffee: Section = {
  slug: 'coffee',
  name: 'Coffee',
  color: 'amber',
  stationId: 'station-bar',
  taxId: 'tax-13',
  dishes: [
    { slug: 'espresso', name: 'Espresso', cents: 120, groups: [coffeeWishes] },
    { slug: 'macchiato', name: 'Macchiato', cents: 140, groups: [milk, coffeeWishes] },
    { slug: 'flat-white', name: 'Flat white', cents: 280, groups: [milk, coffeeWishes] },
    { slug: 'cappuccino', name: 'Cappuccino', cents: 290, groups: [milk, coffeeWishes] },
    { slug: 'americano', name: 'Americano', cents: 180, groups: [coffeeWishes] },
    { slug: 'galao', name: 'Galão', cents: 220, groups: [milk, coffeeWishes] },
    { slug: 'mocha', name: 'Mocha', cents: 340, groups: [milk, coffeeWishes] },
    { slug: 'iced-latte', name: 'Iced latte', cents: 360, groups: [milk, coffeeWishes] },
    { slug: 'hot-chocolate', name: 'Hot chocolate', cents: 320, groups: [milk] },
  ],
}
