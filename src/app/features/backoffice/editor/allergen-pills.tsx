import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ALLERGENS, inOrder, type Allergen } from '#domain/menu/allergens.ts'
import { ManyPills } from './pills.tsx'

interface Props {
  readonly legend: string
  /** Null: nobody said. */
  readonly allergens: readonly Allergen[] | null
  readonly onChange: (allergens: readonly Allergen[] | null) => void
}

const NONE = 'none'

/** The fourteen, and "none of them", which is another thing than not having said. [ALLERGEN2] */
export function AllergenPills({ legend, allergens, onChange }: Props): ReactNode {
  const { t } = useTranslation('office')
  const chosen: readonly string[] = allergens === null ? [] : allergens.length === 0 ? [NONE] : allergens
  const options = [
    { id: NONE, label: t('allergens.none') },
    ...ALLERGENS.map((id) => ({ id, label: t(`allergens.name.${id}`) })),
  ]
  const choose = (now: readonly string[]): void => {
    const saysNone = now.includes(NONE) && !chosen.includes(NONE)
    const named = inOrder(now)
    onChange(saysNone ? [] : named.length > 0 ? named : null)
  }
  return (
    <ManyPills
      legend={legend}
      hint={t(allergens === null ? 'allergens.notStated' : 'allergens.stated')}
      options={options}
      chosen={chosen}
      onChange={choose}
    />
  )
}

/** "milk, nuts" */
export function useAllergenWords(): (allergens: readonly Allergen[] | null) => string {
  const { t } = useTranslation('office')
  return (allergens) => {
    if (allergens === null) return t('allergens.notStatedShort')
    if (allergens.length === 0) return t('allergens.none')
    return allergens.map((one) => t(`allergens.name.${one}`)).join(', ')
  }
}
