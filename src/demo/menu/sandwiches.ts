import type { Section } from './section.ts'

export const sandwiches: Section = {
  slug: 'sandwiches',
  name: 'Sandwiches & toasts',
  color: 'orange',
  stationId: 'station-kitchen',
  taxId: 'tax-13',
  dishes: [
    { slug: 'tosta-mista', name: 'Tosta mista', cents: 490 },
    { slug: 'bifana', name: 'Bifana', cents: 550 },
    { slug: 'club-sandwich', name: 'Club sandwich', cents: 920 },
    { slug: 'salmon-bagel', name: 'Salmon bagel', cents: 890 },
    { slug: 'tuna-baguette', name: 'Tuna baguette', cents: 740 },
    { slug: 'veggie-wrap', name: 'Veggie wrap', cents: 780 },
    { slug: 'caprese', name: 'Caprese ciabatta', cents: 720 },
  ],
}
