import { IconCheck, IconPlus, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '#app/ui/button.tsx'
import { AllergenPills, useAllergenWords } from '#app/features/backoffice/editor/allergen-pills.tsx'
import { ChoiceField } from '#app/features/backoffice/editor/choice-field.tsx'
import classes from '#app/features/backoffice/editor/editor.module.css'
import { PriceField, TextField, useWrongWords } from '#app/features/backoffice/editor/field.tsx'
import { newOption, type GroupDraft, type OptionDraft } from './group-draft.ts'
import type { Errors } from '#app/features/backoffice/records/typed.ts'

interface Props {
  readonly draft: GroupDraft
  readonly errors: Errors
  readonly onChange: (change: Partial<GroupDraft>) => void
}

/** What a group offers. */
export function GroupOptions({ draft: { options, pricing }, errors, onChange }: Props): ReactNode {
  const { t } = useTranslation('office')
  const words = useWrongWords()
  const wrong = errors['options']
  return (
    <fieldset className={classes.set}>
      <legend className={classes.legend}>{t('groups.options')}</legend>
      <ul className={classes.parts}>
        {options.map((option) => (
          <OptionRow
            key={option.id}
            option={option}
            priced={pricing === 'option'}
            errors={errors}
            onChange={(change) =>
              onChange({ options: options.map((one) => (one === option ? { ...one, ...change } : one)) })
            }
            onRemove={() => onChange({ options: options.filter((one) => one !== option) })}
          />
        ))}
      </ul>
      <Button
        icon={<IconPlus size={20} aria-hidden />}
        onClick={() => onChange({ options: [...options, newOption()] })}
      >
        {t('groups.addOption')}
      </Button>
      {wrong !== undefined && (
        <p className={classes.error} role="alert">
          {words(wrong)}
        </p>
      )}
    </fieldset>
  )
}

/** More of one choice nobody takes; the record allows 99. */
const QTY_SHOWN_MAX = 10

interface RowProps {
  readonly option: OptionDraft
  readonly priced: boolean
  readonly errors: Errors
  readonly onChange: (change: Partial<OptionDraft>) => void
  readonly onRemove: () => void
}

function OptionRow({ option, priced, errors, onChange, onRemove }: RowProps): ReactNode {
  const { t } = useTranslation('office')
  const { id, name, price, maxQty } = option
  const counts = Array.from({ length: Math.max(QTY_SHOWN_MAX, maxQty) }, (_, index) => String(index + 1))
  return (
    <li className={classes.box}>
      <div className={classes.part}>
        <TextField
          bare
          label={t('groups.optionName')}
          placeholder={t('groups.name')}
          value={name}
          onChange={(typed) => onChange({ name: typed })}
          wrong={errors[`option-name:${id}`]}
        />
        {priced ? (
          <PriceField
            bare
            label={t('groups.optionPrice', { name })}
            placeholder={t('items.price')}
            value={price}
            onChange={(typed) => onChange({ price: typed })}
            wrong={errors[`option-price:${id}`]}
          />
        ) : (
          <span />
        )}
        <IconButton label={name === '' ? t('removeUnnamed') : t('remove', { name })} onClick={onRemove}>
          <IconX size={20} aria-hidden />
        </IconButton>
      </div>
      <div className={classes.pills}>
        {(['included', 'available'] as const).map((field) => (
          <label key={field} className={classes.pill}>
            <input
              type="checkbox"
              checked={option[field]}
              onChange={(event) => onChange({ [field]: event.currentTarget.checked })}
            />
            <IconCheck size={18} aria-hidden />
            {t(`groups.${field}`)}
          </label>
        ))}
        <ChoiceField
          bare
          label={t('groups.maxQtyOf', { name })}
          value={String(maxQty)}
          options={counts.map((count) => ({ id: count, label: `${t('groups.maxQty')} ${count}` }))}
          onChange={(count) => onChange({ maxQty: Number(count) })}
        />
      </div>
      <OptionAllergens option={option} onChange={onChange} />
    </li>
  )
}

/** Folded up: fourteen for each of ten options would hide the options. */
function OptionAllergens({
  option: { name, allergens },
  onChange,
}: Pick<RowProps, 'option' | 'onChange'>): ReactNode {
  const { t } = useTranslation('office')
  const words = useAllergenWords()
  return (
    <details>
      <summary className={classes.summary}>{t('allergens.optionLine', { what: words(allergens) })}</summary>
      <AllergenPills
        legend={t('allergens.ofOption', { name })}
        allergens={allergens}
        onChange={(said) => onChange({ allergens: said })}
      />
    </details>
  )
}
