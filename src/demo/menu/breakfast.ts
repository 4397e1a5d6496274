import type { Section } from './section.ts'

export const breakfast: Section = {
  slug: 'breakfast',
  name: 'Breakfast',
  color: 'yellow',
  stationId: 'station-kitchen',
  taxId: 'tax-13',
  dishes: [
    { slug: 'granola', name: 'Granola bowl', cents: 650 },
    { slug: 'eggs-bacon', name: 'Eggs & bacon', cents: 850 },
    { slug: 'avocado-toast', name: 'Avocado toast', cents: 820 },
    { slug: 'pancakes', name: 'Pancakes', cents: 780 },
    { slug: 'porridge', name: 'Porridge', cents: 590 },
    { slug: 'shakshuka', name: 'Shakshuka', cents: 920 },
    { slug: 'acai-bowl', name: 'Açaí bowl', cents: 740 },
    { slug: 'bread-butter', name: 'Bread & butter', cents: 260, taxId: 'tax-6' },
  ],
}
