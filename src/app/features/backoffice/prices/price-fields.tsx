import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PriceField, TextField } from '#app/features/backoffice/editor/field.tsx'
import type { FormPart } from '#app/features/backoffice/editor/record-editor.tsx'

interface Named {
  readonly hint: string
  readonly isNew: boolean
  readonly part: Pick<FormPart<{ readonly name: string }>, 'draft' | 'errors' | 'onChange'>
}

/** What a price list, a discount or a charge is called. */
export function NameField({ hint, isNew, part }: Named): ReactNode {
  const { t } = useTranslation('prices')
  return (
    <TextField
      label={t('name')}
      placeholder={hint}
      value={part.draft.name}
      onChange={(name) => part.onChange({ name })}
      wrong={part.errors['name']}
      autoFocus={isNew}
    />
  )
}

/** A share in percent. */
export function RateField({ draft, errors, onChange }: FormPart<{ readonly rate: string }>): ReactNode {
  const { t } = useTranslation('prices')
  return (
    <PriceField
      label={t('rate')}
      value={draft.rate}
      unit="%"
      onChange={(rate) => onChange({ rate })}
      wrong={errors['rate']}
    />
  )
}
