import type { Allergen } from '#domain/menu/allergens.ts'

/** Whether nothing was said that the line does not have already. */
export function isSameAllergies(said: readonly Allergen[], line: readonly Allergen[] = []): boolean {
  return said.length === line.length && said.every((one) => line.includes(one))
}
