import type { TFunction } from 'i18next'
import { ALLERGENS } from '#domain/menu/allergens.ts'

/** "milk, nuts", in the order of the law; one that this program does not know by its own name. */
export function allergenWords(allergens: readonly string[], t: TFunction<'pos'>): string {
  return allergens
    .map((one) => {
      const known = ALLERGENS.find((id) => id === one)
      return known === undefined ? one : t(`allergen.${known}`)
    })
    .join(', ')
}

/** What stands on a line: "ALLERGY: milk, nuts"; empty where nothing was said. */
export function allergyMark(allergies: readonly string[] | undefined, t: TFunction<'pos'>): string {
  if (allergies === undefined || allergies.length === 0) return ''
  return t('allergy.mark', { what: allergenWords(allergies, t) })
}
