const COLORS = {
  red: '#c0392b',
  rose: '#c2416b',
  pink: '#c4528f',
  purple: '#8450a8',
  violet: '#6b55b5',
  indigo: '#4a5bb5',
  blue: '#2f6fb0',
  cyan: '#1f88a3',
  teal: '#1f8a7d',
  green: '#3c8a4e',
  lime: '#6f8f2a',
  yellow: '#c2a019',
  amber: '#cc8a1c',
  orange: '#cb6a24',
  brown: '#8a5a3a',
  grey: '#7d766a',
}

type ColorName = keyof typeof COLORS

/** The colours to choose from. */
export const COLOR_NAMES = Object.keys(COLORS) as readonly ColorName[]

/** A palette name from the menu as a colour. A name nobody knows is grey: the label says what it is anyway. */
export function categoryColor(name: string): string {
  return COLORS[COLOR_NAMES.find((one) => one === name) ?? 'grey']
}
