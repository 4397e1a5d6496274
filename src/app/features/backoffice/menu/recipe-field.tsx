import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '#app/ui/button.tsx'
import { ChoiceField } from '#app/features/backoffice/editor/choice-field.tsx'
import classes from '#app/features/backoffice/editor/editor.module.css'
import { PriceField } from '#app/features/backoffice/editor/field.tsx'
import type { OfficeIngredient, RecipeDraft, RecipeLineDraft } from './recipe-draft.ts'
import type { Errors } from '#app/features/backoffice/records/typed.ts'

interface Props {
  readonly draft: RecipeDraft
  /** Begins the names of its errors. */
  readonly errorKey: string
  readonly errors: Errors
  readonly ingredients: readonly OfficeIngredient[]
  readonly onChange: (draft: RecipeDraft) => void
}

/** So much of each ingredient, for so many portions. [STOCK2] */
export function RecipeField({ draft, errorKey, errors, ingredients, onChange }: Props): ReactNode {
  const { t } = useTranslation('office')
  const { lines } = draft
  const used = new Set(lines.map(({ ingredientId }) => ingredientId))
  const offered = ingredients.filter(({ id, active }) => active && !used.has(id))
  const set = (id: string, change: Partial<RecipeLineDraft>): void =>
    onChange({
      ...draft,
      lines: lines.map((line) => (line.ingredientId === id ? { ...line, ...change } : line)),
    })
  return (
    <>
      <ul className={classes.parts}>
        {lines.map(({ ingredientId, qty }) => {
          const known = ingredients.find(({ id }) => id === ingredientId)
          const name = known?.name ?? t('recipe.unknown')
          const unit = t(`recipe.unit.${known?.unit ?? 'piece'}`)
          return (
            <li key={ingredientId} className={classes.part}>
              <span className={classes.recipeName}>{name}</span>
              <PriceField
                bare
                label={t('recipe.qty', { name, unit })}
                placeholder={unit}
                value={qty}
                onChange={(typed) => set(ingredientId, { qty: typed })}
                wrong={errors[`${errorKey}:${ingredientId}`]}
                unit={unit}
              />
              <IconButton
                label={t('remove', { name })}
                onClick={() =>
                  onChange({ ...draft, lines: lines.filter((line) => line.ingredientId !== ingredientId) })
                }
              >
                <IconX size={20} aria-hidden />
              </IconButton>
            </li>
          )
        })}
      </ul>
      <div className={classes.row}>
        <ChoiceField
          label={t('recipe.add')}
          value=""
          options={[
            { id: '', label: t('recipe.choose') },
            ...offered.map(({ id, name }) => ({ id, label: name })),
          ]}
          onChange={(id) => {
            if (id !== '') onChange({ ...draft, lines: [...lines, { ingredientId: id, qty: '' }] })
          }}
        />
        {lines.length > 0 && (
          <PriceField
            label={t('recipe.makes')}
            value={draft.makes}
            onChange={(makes) => onChange({ ...draft, makes })}
            wrong={errors[`${errorKey}:makes`]}
          />
        )}
      </div>
    </>
  )
}
