import { ALLERGENS, inOrder, type Allergen } from '#domain/menu/allergens.ts'
import { allergens as words } from '#i18n/en/allergens.ts'

/** What people write for one of the fourteen besides its own word. "Shellfish" is two of them, and so none here. */
const ALSO: { readonly [allergen in Allergen]?: readonly string[] } = {
  gluten: ['cereals', 'wheat', 'cereals containing gluten'],
  crustaceans: ['crustacean'],
  eggs: ['egg'],
  peanuts: ['peanut'],
  soybeans: ['soy', 'soja', 'soybean'],
  milk: ['dairy', 'lactose'],
  nuts: ['nut', 'tree nuts'],
  sesame: ['sesame seeds'],
  sulphites: ['sulfites', 'sulphur dioxide', 'so2'],
  molluscs: ['mollusc', 'mollusks'],
}

interface Read {
  /** Null: the cell says nothing. Empty: none of the fourteen. */
  readonly allergens: readonly Allergen[] | null
  readonly unknown: readonly string[]
}

/** Several allergens of one item stand in one cell, set off by "+", "|", "," or ";". [ALLERGEN2] */
export function allergensIn(cell: string): Read {
  const named = cell
    .split(/[+|,;]/)
    .map((one) => one.trim().toLowerCase())
    .filter((one) => one !== '')
  if (named.length === 0) return { allergens: null, unknown: [] }
  if (named.length === 1 && named[0] === 'none') return { allergens: [], unknown: [] }
  const found = named.map((word) => ({ word, allergen: allergenNamed(word) }))
  return {
    allergens: inOrder(found.flatMap(({ allergen }) => allergen ?? [])),
    unknown: found.filter(({ allergen }) => allergen === undefined).map(({ word }) => word),
  }
}

/** As the import reads it again. */
export function allergenCell(allergens: readonly Allergen[] | null): string {
  if (allergens === null) return ''
  return allergens.length === 0 ? 'none' : allergens.map((one) => words[one]).join(' + ')
}

function allergenNamed(word: string): Allergen | undefined {
  return ALLERGENS.find((one) => one === word || words[one] === word || (ALSO[one] ?? []).includes(word))
}
