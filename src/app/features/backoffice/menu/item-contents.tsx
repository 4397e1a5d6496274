import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { AllergenPills } from '#app/features/backoffice/editor/allergen-pills.tsx'
import type { ItemPartProps } from './item-part.ts'
import { ItemRecipe } from './item-recipe.tsx'

/** What is in an item: for the guest who must not eat it, and for the stock. */
export function ItemContents(props: ItemPartProps): ReactNode {
  const { t } = useTranslation('office')
  return (
    <>
      <AllergenPills
        legend={t('allergens.legend')}
        allergens={props.draft.allergens}
        onChange={(allergens) => props.onChange({ allergens })}
      />
      <ItemRecipe {...props} />
    </>
  )
}
