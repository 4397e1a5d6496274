import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from '#app/features/backoffice/editor/editor.module.css'
import type { ItemPartProps } from './item-part.ts'
import { OnePill } from '#app/features/backoffice/editor/pills.tsx'
import { NO_RECIPE } from './recipe-draft.ts'
import { RecipeField } from './recipe-field.tsx'

/** What a dish takes from stock, and each of its sizes that takes something else. [STOCK2] */
export function ItemRecipe({ draft, errors, menu, onChange }: ItemPartProps): ReactNode {
  const { t } = useTranslation('office')
  const [chosen, setChosen] = useState('')
  const { sizes, recipe, sizeRecipes } = draft
  // A size that was taken away while its recipe was shown.
  const size = sizes.some(({ id }) => id === chosen) ? chosen : ''
  return (
    <fieldset className={classes.set}>
      <legend className={classes.legend}>{t('recipe.title')}</legend>
      <p className={classes.hint}>
        {t(menu.ingredients.length === 0 ? 'recipe.noIngredients' : 'recipe.hint')}
      </p>
      {sizes.length > 0 && (
        <OnePill
          legend={t('recipe.of')}
          name="recipe-of"
          options={[
            { id: '', label: t('recipe.everySize') },
            ...sizes.map(({ id, name }) => ({ id, label: name === '' ? t('items.sizeName') : name })),
          ]}
          chosen={size}
          onChange={setChosen}
        />
      )}
      {menu.ingredients.length > 0 && (
        <RecipeField
          key={size}
          draft={size === '' ? recipe : (sizeRecipes[size] ?? NO_RECIPE)}
          errorKey={size === '' ? 'recipe' : `size-recipe:${size}`}
          errors={errors}
          ingredients={menu.ingredients}
          onChange={(next) =>
            onChange(size === '' ? { recipe: next } : { sizeRecipes: { ...sizeRecipes, [size]: next } })
          }
        />
      )}
    </fieldset>
  )
}
