import type { Section } from './section.ts'

export const wine: Section = {
  slug: 'wine',
  name: 'Wine & beer',
  color: 'violet',
  stationId: 'station-bar',
  taxId: 'tax-23',
  dishes: [
    { slug: 'douro-red', name: 'Douro red', cents: 450, sizes: { Glass: 450, Bottle: 1900 } },
    { slug: 'alentejo-white', name: 'Alentejo white', cents: 430 },
    { slug: 'vinho-verde', name: 'Vinho verde', cents: 420 },
    { slug: 'rose', name: 'Rosé', cents: 420 },
    { slug: 'tawny-port', name: 'Tawny port', cents: 550 },
    { slug: 'lager', name: 'Draught lager', cents: 280, sizes: { Half: 280, Pint: 460 } },
    { slug: 'craft-ipa', name: 'Craft IPA', cents: 480 },
    { slug: 'sangria', name: 'Sangria jug', cents: 1400 },
    { slug: 'aperol-spritz', name: 'Aperol spritz', cents: 750 },
    { slug: 'ginjinha', name: 'Ginjinha', cents: 250 },
  ],
}
