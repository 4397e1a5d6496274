/** The fourteen of EU law, short: they stand on chips, tickets and paper. By the ids of `src/domain/menu/allergens.ts`. */
export const allergens = {
  gluten: 'gluten',
  crustaceans: 'crustaceans',
  eggs: 'eggs',
  fish: 'fish',
  peanuts: 'peanuts',
  soybeans: 'soya',
  milk: 'milk',
  nuts: 'nuts',
  celery: 'celery',
  mustard: 'mustard',
  sesame: 'sesame',
  sulphites: 'sulphites',
  lupin: 'lupin',
  molluscs: 'molluscs',
} as const

/** What the till says of them. */
export const allergy = {
  mark: 'ALLERGY: {{what}}',
  label: 'Allergy of the guest',
  add: 'Allergy…',
  contains: 'Contains {{what}}.',
  containsNone: 'Contains none of the 14 allergens.',
  notStated: 'Its allergens are not stated: ask the kitchen.',
  notAllStated: 'Not everything in it is stated: ask the kitchen.',
  clash: 'This dish contains {{what}}',
  clashText: 'Ask the guest and the kitchen before you add it.',
  filter: 'Show what a guest must not eat',
  filterOn: 'Guest must not eat {{what}}',
  filterTitle: 'The guest must not eat',
  filterText: 'Dishes that contain it are greyed; a “?” means nobody has stated it.',
  filterClear: 'Show the menu as usual',
  has: 'contains',
  maybe: '? not stated',
} as const

/** What the back office says of them. */
export const allergensOfDishes = {
  legend: 'Allergens',
  name: allergens,
  none: 'None of the 14',
  notStated: 'Not stated: the till says that nobody knows, never that it is free of them.',
  notStatedShort: 'not stated',
  stated: 'What it contains as it comes; options add their own.',
  ofOption: 'Allergens of {{name}}',
  optionLine: 'Allergens: {{what}}',
} as const
