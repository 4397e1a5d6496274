import { milk } from './groups.ts'
import type { Section } from './section.ts'

export const cold: Section = {
  slug: 'cold',
  name: 'Tea & cold drinks',
  color: 'teal',
  stationId: 'station-bar',
  taxId: 'tax-13',
  dishes: [
    { slug: 'earl-grey', name: 'Earl Grey', cents: 220 },
    { slug: 'mint-tea', name: 'Fresh mint tea', cents: 240 },
    {
      slug: 'chai-latte',
      name: 'Chai latte',
      cents: 340,
      sizes: { Regular: 340, Large: 420 },
      groups: [milk],
    },
    { slug: 'lemonade', name: 'Lemonade', cents: 320, taxId: 'tax-23' },
    { slug: 'orange-juice', name: 'Orange juice', cents: 350, sizes: { Small: 350, Large: 490 } },
    { slug: 'peach-iced-tea', name: 'Peach iced tea', cents: 290, taxId: 'tax-23' },
    { slug: 'cola', name: 'Cola', cents: 250, taxId: 'tax-23' },
    { slug: 'sparkling-water', name: 'Sparkling water', cents: 190, taxId: 'tax-23' },
    { slug: 'still-water', name: 'Still water', cents: 150, taxId: 'tax-6' },
  ],
}
