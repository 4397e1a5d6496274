/** What is wrong with a row of a menu's file. */
export const rowWrong = {
  taxUnknown: 'There is no tax called “{{value}}”.',
  stationUnknown: 'There is no station called “{{value}}”.',
  allergenUnknown: '“{{value}}” is none of the 14 allergens. Set several off by +, or write none.',
  courseBad: '“{{value}}” is no course: 0 to 20.',
  codeBad: '“{{value}}” is no code: letters, digits and signs without spaces.',
  onMenuBad: '“{{value}}” is neither yes nor no.',
  nameAmbiguous: 'Several items are called “{{value}}”: say which by its code.',
  twice: 'The same item is in line {{value}} already.',
  categoryMissing: 'The category is missing.',
  priceBad: '“{{value}}” is no price of zero or more.',
} as const
