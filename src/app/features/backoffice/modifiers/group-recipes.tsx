import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ChoiceField } from '#app/features/backoffice/editor/choice-field.tsx'
import classes from '#app/features/backoffice/editor/editor.module.css'
import type { GroupDraft } from './group-draft.ts'
import { ingredientOf, NO_RECIPE } from '#app/features/backoffice/menu/recipe-draft.ts'
import { RecipeField } from '#app/features/backoffice/menu/recipe-field.tsx'
import type { Errors } from '#app/features/backoffice/records/typed.ts'
import { useRecords } from '#app/features/backoffice/records/use-records.ts'

interface Props {
  readonly draft: GroupDraft
  readonly errors: Errors
  readonly onChange: (change: Partial<GroupDraft>) => void
}

/** What options take from stock on top of the dish. [STOCK3] */
export function GroupRecipes({ draft: { options, recipes }, errors, onChange }: Props): ReactNode {
  const { t } = useTranslation('office')
  const ingredients = useRecords('ingredient', ingredientOf)
  const [chosen, setChosen] = useState('')
  if (ingredients === null || ingredients.length === 0) return null
  const wrong = options.find(({ id }) => Object.keys(errors).some((key) => key.startsWith(`recipe:${id}:`)))
  const named = options.filter(({ name }) => name.trim() !== '')
  const option = named.find(({ id }) => id === chosen) ?? wrong ?? named[0]
  if (option === undefined) return null
  const sorted = ingredients.toSorted((a, b) => a.name.localeCompare(b.name))
  return (
    <fieldset className={classes.set}>
      <legend className={classes.legend}>{t('recipe.ofOptions')}</legend>
      <p className={classes.hint}>{t('recipe.optionHint')}</p>
      <ChoiceField
        label={t('recipe.option')}
        value={option.id}
        options={named.map(({ id, name }) => {
          const count = recipes[id]?.lines.length ?? 0
          return { id, label: count === 0 ? name : t('recipe.optionCount', { name, count }) }
        })}
        onChange={setChosen}
      />
      <div className={classes.below}>
        <RecipeField
          key={option.id}
          draft={recipes[option.id] ?? NO_RECIPE}
          errorKey={`recipe:${option.id}`}
          errors={errors}
          ingredients={sorted}
          onChange={(next) => onChange({ recipes: { ...recipes, [option.id]: next } })}
        />
      </div>
    </fieldset>
  )
}
