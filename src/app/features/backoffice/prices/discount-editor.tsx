import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '#app/data/new-id.ts'
import { useFormat } from '#app/data/use-format.ts'
import { ChoiceField } from '#app/features/backoffice/editor/choice-field.tsx'
import classes from '#app/features/backoffice/editor/editor.module.css'
import { PriceField } from '#app/features/backoffice/editor/field.tsx'
import { RecordEditor, type FormPart } from '#app/features/backoffice/editor/record-editor.tsx'
import { flag } from '#app/features/backoffice/records/read.ts'
import { useSaving } from '#app/features/backoffice/records/use-saving.ts'
import type { OfficeRecord } from '#device/messages.ts'
import {
  DISCOUNT_KINDS,
  DISCOUNT_PLACES,
  draftOfDiscount,
  readDiscount,
  type DiscountDraft,
} from './discount-draft.ts'
import { NameField, RateField } from './price-fields.tsx'

interface Props {
  /** Null: a new one. */
  readonly record: OfficeRecord | null
  /** The same as it stands by now. */
  readonly now: OfficeRecord | null
  readonly onClose: () => void
}

/** What a discount of the store is called, and what it takes off. */
export function DiscountEditor({ record, now, onClose }: Props): ReactNode {
  const { t } = useTranslation(['prices', 'office'])
  const { exponent } = useFormat().currency
  const saving = useSaving()
  const [id] = useState(() => record?.id ?? newId())
  const first = draftOfDiscount(record, exponent)
  const labels: { readonly [field: string]: string } = {
    name: t('name'),
    how: t('discounts.how'),
    on: t('discounts.on'),
  }
  return (
    <RecordEditor
      title={record === null ? t('discounts.new') : t('office:edit', { name: first.name })}
      first={first}
      now={now === null ? null : draftOfDiscount(now, exponent)}
      kept={{ type: 'discount', recordId: id }}
      lineOf={(field) => ({ label: labels[field] ?? field })}
      read={(draft) => readDiscount(draft, exponent)}
      active={record === null ? null : flag(record, 'active')}
      saving={saving}
      keep={(fields) => saving.save('discount', id, fields)}
      onClose={onClose}
    >
      {(part) => <DiscountFields {...part} isNew={record === null} />}
    </RecordEditor>
  )
}

function DiscountFields({
  draft,
  errors,
  onChange,
  isNew,
}: FormPart<DiscountDraft> & { readonly isNew: boolean }): ReactNode {
  const { t } = useTranslation('prices')
  const { kind } = draft
  return (
    <>
      <NameField hint={t('discounts.nameHint')} isNew={isNew} part={{ draft, errors, onChange }} />
      <ChoiceField
        label={t('discounts.how')}
        value={kind}
        options={DISCOUNT_KINDS.map((id) => ({ id, label: t(`discounts.${id}`) }))}
        onChange={(chosen) => onChange({ kind: DISCOUNT_KINDS.find((one) => one === chosen) ?? 'percent' })}
      />
      {kind === 'percent' && (
        <div className={classes.row}>
          <RateField {...{ draft, errors, onChange }} />
          <PriceField
            label={t('discounts.cap')}
            placeholder={t('discounts.capHint')}
            value={draft.cap}
            onChange={(cap) => onChange({ cap })}
            wrong={errors['cap']}
          />
        </div>
      )}
      {kind === 'amount' && (
        <PriceField
          label={t('discounts.amountOf')}
          value={draft.amount}
          onChange={(amount) => onChange({ amount })}
          wrong={errors['amount']}
        />
      )}
      <ChoiceField
        label={t('discounts.on')}
        value={draft.on}
        options={DISCOUNT_PLACES.map((id) => ({ id, label: t(`discounts.${id}`) }))}
        onChange={(chosen) => onChange({ on: DISCOUNT_PLACES.find((one) => one === chosen) ?? 'both' })}
      />
      <p className={classes.hint}>{t('discounts.who')}</p>
    </>
  )
}
