import { Switch } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '#app/data/new-id.ts'
import { useFormat } from '#app/data/use-format.ts'
import { ChoiceField } from '#app/features/backoffice/editor/choice-field.tsx'
import classes from '#app/features/backoffice/editor/editor.module.css'
import { PriceField, TextField } from '#app/features/backoffice/editor/field.tsx'
import { RecordEditor, type FormPart } from '#app/features/backoffice/editor/record-editor.tsx'
import { useSaving } from '#app/features/backoffice/records/use-saving.ts'
import type { ChargeRule } from '#domain/pricing/charge.ts'
import { SETTINGS_ID } from '#domain/store/settings.ts'
import { draftOfCharge, readCharge, withCharge, type ChargeDraft } from './charge-draft.ts'
import { NameField, RateField } from './price-fields.tsx'
import { ServicePills } from './service-pills.tsx'

interface Props {
  /** Null: a new one. */
  readonly charge: ChargeRule | null
  /** All there are now. */
  readonly charges: readonly ChargeRule[]
  readonly onClose: () => void
}

/** What a charge is called, how much it is, and when it is added by itself. */
export function ChargeEditor({ charge, charges, onClose }: Props): ReactNode {
  const { t } = useTranslation(['prices', 'office'])
  const { exponent } = useFormat().currency
  const saving = useSaving()
  const labels = useChargeLabels()
  const [shown] = useState(charge)
  const [id] = useState(() => charge?.id ?? newId())
  const now = charges.find((one) => one.id === id)
  const first = draftOfCharge(shown, exponent)
  return (
    <RecordEditor
      title={shown === null ? t('charges.new') : t('office:edit', { name: shown.name })}
      first={first}
      now={now === undefined ? null : draftOfCharge(now, exponent)}
      kept={{ type: 'settings', recordId: SETTINGS_ID, within: 'charges' }}
      lineOf={(field) => ({ label: labels[field] ?? field })}
      read={(draft) => readCharge(draft, shown, exponent)}
      active={shown === null ? null : shown.active}
      saving={saving}
      keep={async (fields) =>
        Object.keys(fields).length === 0 ||
        (await saving.save('settings', SETTINGS_ID, { charges: withCharge(charges, id, fields) }))
      }
      onClose={onClose}
    >
      {(part) => (
        <>
          <HowMuch {...part} isNew={shown === null} />
          <Taxed {...part} />
          <ByItself {...part} />
        </>
      )}
    </RecordEditor>
  )
}

/** What two people may change at once, in the form's own words. */
function useChargeLabels(): { readonly [field: string]: string } {
  const { t } = useTranslation('prices')
  return {
    name: t('name'),
    how: t('charges.how'),
    base: t('charges.base'),
    phase: t('charges.taxes'),
    gratuity: t('charges.gratuity'),
    services: t('services'),
    minCovers: t('charges.minCovers'),
    minSubtotal: t('charges.minSubtotal'),
  }
}

type Part = FormPart<ChargeDraft>

const KINDS = ['percent', 'fixed'] as const
const BASES = ['discounted', 'gross'] as const

function HowMuch({ draft, errors, onChange, isNew }: Part & { readonly isNew: boolean }): ReactNode {
  const { t } = useTranslation('prices')
  // No till asks for an amount yet: one that is typed is shown only where it was set up elsewhere.
  const kinds = draft.kind === 'open' ? ([...KINDS, 'open'] as const) : KINDS
  return (
    <>
      <NameField hint={t('charges.nameHint')} isNew={isNew} part={{ draft, errors, onChange }} />
      <div className={classes.row}>
        <ChoiceField
          label={t('charges.how')}
          value={draft.kind}
          options={kinds.map((id) => ({ id, label: t(`charges.${id}`) }))}
          onChange={(chosen) => onChange({ kind: kinds.find((one) => one === chosen) ?? 'percent' })}
        />
        {draft.kind === 'percent' && <RateField {...{ draft, errors, onChange }} />}
        {draft.kind === 'fixed' && (
          <PriceField
            label={t('charges.amount')}
            value={draft.amount}
            onChange={(amount) => onChange({ amount })}
            wrong={errors['amount']}
          />
        )}
      </div>
      {draft.kind === 'percent' && (
        <ChoiceField
          label={t('charges.base')}
          value={draft.base}
          options={BASES.map((id) => ({ id, label: t(`charges.${id}`) }))}
          onChange={(chosen) => onChange({ base: BASES.find((one) => one === chosen) ?? 'discounted' })}
        />
      )}
    </>
  )
}

function Taxed({ draft, onChange }: Part): ReactNode {
  const { t } = useTranslation('prices')
  const ways = draft.taxes === 'own' ? (['lines', 'none', 'own'] as const) : (['lines', 'none'] as const)
  return (
    <>
      <ChoiceField
        label={t('charges.taxes')}
        value={draft.taxes}
        options={ways.map((id) => ({ id, label: t(`charges.${id}`) }))}
        onChange={(chosen) => onChange({ taxes: ways.find((one) => one === chosen) ?? 'lines' })}
      />
      <Switch
        className={classes.switch ?? ''}
        size="md"
        label={t('charges.gratuity')}
        description={t('charges.gratuityHint')}
        checked={draft.gratuity}
        onChange={(event) => onChange({ gratuity: event.currentTarget.checked })}
      />
    </>
  )
}

function ByItself({ draft, errors, onChange }: Part): ReactNode {
  const { t } = useTranslation('prices')
  return (
    <>
      <ServicePills chosen={draft.services} onChange={(services) => onChange({ services })} />
      <fieldset className={classes.set}>
        <legend className={classes.legend}>{t('charges.limits')}</legend>
        <p className={classes.hint}>{t('charges.limitsHint')}</p>
        <div className={classes.row}>
          <TextField
            label={t('charges.minCovers')}
            value={draft.minCovers}
            onChange={(minCovers) => onChange({ minCovers })}
            wrong={errors['minCovers']}
          />
          <PriceField
            label={t('charges.minSubtotal')}
            value={draft.minSubtotal}
            onChange={(minSubtotal) => onChange({ minSubtotal })}
            wrong={errors['minSubtotal']}
          />
        </div>
      </fieldset>
      <p className={classes.hint}>{t('charges.openOrders')}</p>
    </>
  )
}
