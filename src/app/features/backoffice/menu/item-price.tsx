import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ChoiceField } from '#app/features/backoffice/editor/choice-field.tsx'
import classes from '#app/features/backoffice/editor/editor.module.css'
import { PriceField, TextField } from '#app/features/backoffice/editor/field.tsx'
import type { ItemDraft } from './item-draft.ts'
import type { ItemPartProps } from './item-part.ts'

const PRICINGS = ['fixed', 'open', 'weight'] as const satisfies readonly ItemDraft['pricing'][]

/** What an item costs, and how that is found. A combo has one fixed price. [COMBO5] [OPEN1] [WEIGHT1] */
export function ItemPrice({
  draft,
  errors,
  onChange,
  isCombo,
}: ItemPartProps & { readonly isCombo: boolean }): ReactNode {
  const { t } = useTranslation('office')
  return (
    <div className={classes.row}>
      {draft.pricing !== 'open' && (
        <PriceField
          label={t(draft.pricing === 'weight' ? 'items.pricePerUnit' : 'items.price')}
          value={draft.price}
          onChange={(price) => onChange({ price })}
          wrong={errors['price']}
        />
      )}
      {draft.pricing === 'weight' && (
        <TextField
          label={t('items.unit')}
          placeholder={t('items.unitHint')}
          value={draft.unit}
          onChange={(unit) => onChange({ unit })}
          wrong={errors['unit']}
        />
      )}
      {!isCombo && (
        <ChoiceField
          label={t('items.pricing')}
          value={draft.pricing}
          options={PRICINGS.map((id) => ({ id, label: t(`items.${id}`) }))}
          onChange={(chosen) => onChange({ pricing: PRICINGS.find((one) => one === chosen) ?? 'fixed' })}
        />
      )}
    </div>
  )
}
