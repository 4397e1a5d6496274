import { isListOf, isOneOf, type Check } from './shape.ts'

/** The fourteen of Regulation (EU) No 1169/2011, Annex II, in its order. [ALLERGEN1] */
export const ALLERGENS = [
  'gluten',
  'crustaceans',
  'eggs',
  'fish',
  'peanuts',
  'soybeans',
  'milk',
  'nuts',
  'celery',
  'mustard',
  'sesame',
  'sulphites',
  'lupin',
  'molluscs',
] as const
export type Allergen = (typeof ALLERGENS)[number]

/** What is known of a line or dish. `complete`: all of it was stated, so what is not named is not in it. */
export interface LineAllergens {
  readonly contains: readonly Allergen[]
  readonly complete: boolean
}

/** Of what nobody has said anything about. */
export const NOTHING_STATED: LineAllergens = { contains: [], complete: false }

const isAllergenList = isListOf(isOneOf(...ALLERGENS))

/** Each of them once. [ALLERGEN1] */
export const isAllergens: Check = (value) =>
  isAllergenList(value) && new Set(value as readonly unknown[]).size === (value as readonly unknown[]).length

/** Null: not stated, which is never the same as none. [ALLERGEN2] */
export const isStatedOrNot: Check = (value) => value === null || isAllergens(value)

/** The same ones, each once, in the order of the law. */
export function inOrder(allergens: Iterable<string>): readonly Allergen[] {
  const named = new Set(allergens)
  return ALLERGENS.filter((one) => named.has(one))
}
