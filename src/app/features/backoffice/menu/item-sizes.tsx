import { IconPlus, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '#app/ui/button.tsx'
import classes from '#app/features/backoffice/editor/editor.module.css'
import { PriceField, TextField } from '#app/features/backoffice/editor/field.tsx'
import { newSize, type SizeDraft } from './item-draft.ts'
import type { ItemPartProps } from './item-part.ts'

/** Small, large: each with its own price. [VARIANT1] */
export function ItemSizes({ draft, errors, onChange }: ItemPartProps): ReactNode {
  const { t } = useTranslation('office')
  const { sizes } = draft
  const set = (id: string, change: Partial<SizeDraft>): void =>
    onChange({ sizes: sizes.map((size) => (size.id === id ? { ...size, ...change } : size)) })
  return (
    <fieldset className={classes.set}>
      <legend className={classes.legend}>{t('items.sizesTitle')}</legend>
      {sizes.length === 0 && <p className={classes.hint}>{t('items.sizesHint')}</p>}
      <ul className={classes.parts}>
        {sizes.map((size) => (
          <li key={size.id} className={classes.part}>
            <TextField
              bare
              label={t('items.sizeName')}
              placeholder={t('items.sizeName')}
              value={size.name}
              onChange={(name) => set(size.id, { name })}
              wrong={errors[`size-name:${size.id}`]}
            />
            <PriceField
              bare
              label={t('items.sizePrice', { name: size.name })}
              placeholder={t('items.price')}
              value={size.price}
              onChange={(price) => set(size.id, { price })}
              wrong={errors[`size-price:${size.id}`]}
            />
            <IconButton
              label={size.name === '' ? t('removeUnnamed') : t('remove', { name: size.name })}
              onClick={() => onChange({ sizes: sizes.filter(({ id }) => id !== size.id) })}
            >
              <IconX size={20} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
      <Button
        icon={<IconPlus size={20} aria-hidden />}
        onClick={() => onChange({ sizes: [...sizes, newSize()] })}
      >
        {t('items.addSize')}
      </Button>
    </fieldset>
  )
}
