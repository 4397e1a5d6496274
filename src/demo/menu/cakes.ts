import type { Section } from './section.ts'

export const cakes: Section = {
  slug: 'cakes',
  name: 'Cakes & pastries',
  color: 'pink',
  stationId: 'station-bar',
  taxId: 'tax-13',
  course: 3,
  dishes: [
    { slug: 'pastel-de-nata', name: 'Pastel de nata', cents: 150 },
    { slug: 'croissant', name: 'Croissant', cents: 190 },
    { slug: 'pain-au-chocolat', name: 'Pain au chocolat', cents: 230 },
    { slug: 'cinnamon-roll', name: 'Cinnamon roll', cents: 320 },
    { slug: 'carrot-cake', name: 'Carrot cake', cents: 450 },
    { slug: 'chocolate-cake', name: 'Chocolate cake', cents: 460 },
    { slug: 'cheesecake', name: 'Cheesecake', cents: 480 },
    { slug: 'lemon-tart', name: 'Lemon tart', cents: 440 },
    { slug: 'cookie', name: 'Cookie', cents: 220 },
    { slug: 'blueberry-muffin', name: 'Blueberry muffin', cents: 290 },
  ],
}
