import { NativeSelect, PasswordInput, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PIN_LENGTH_MAX } from '#domain/staff/pin-length.ts'
import { PRESETS } from '#domain/store/presets/presets.ts'
import classes from './setup.module.css'
import type { SetupDraft, SetupErrors } from './setup-draft.ts'

export interface StepProps {
  readonly draft: SetupDraft
  readonly errors: SetupErrors
  readonly onChange: (draft: SetupDraft) => void
}

/** A field of the draft as Mantine's inputs take it. */
function useField({ draft, errors, onChange }: StepProps) {
  const { t } = useTranslation('setup')
  return (field: Exclude<keyof SetupDraft, 'menu'>) => {
    const wrong = errors[field]
    return {
      size: 'md' as const,
      value: draft[field],
      error: wrong === undefined ? null : t(`wizard.wrong.${wrong}`),
      onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
        onChange({ ...draft, [field]: event.currentTarget.value }),
    }
  }
}

export function OwnerStep(props: StepProps): ReactNode {
  const { t } = useTranslation('setup')
  const field = useField(props)
  const pin = {
    inputMode: 'numeric',
    maxLength: PIN_LENGTH_MAX,
    autoComplete: 'new-password',
    visibilityToggleButtonProps: { 'aria-label': t('wizard.showPin') },
  } as const
  return (
    <>
      <TextInput
        label={t('wizard.code')}
        description={t('wizard.codeHint')}
        autoCapitalize="characters"
        autoComplete="off"
        spellCheck={false}
        {...field('code')}
      />
      <TextInput label={t('wizard.ownerName')} autoComplete="off" {...field('owner')} />
      <PasswordInput label={t('wizard.pin')} description={t('wizard.pinHint')} {...pin} {...field('pin')} />
      <PasswordInput label={t('wizard.pinAgain')} {...pin} {...field('pinAgain')} />
    </>
  )
}

const CUTOVER_HOURS = Array.from({ length: 13 }, (_, hour) => hour)

export function RestaurantStep(props: StepProps): ReactNode {
  const { t } = useTranslation('setup')
  const field = useField(props)
  const preset = PRESETS.find(({ country }) => country === props.draft.country)
  const countries = PRESETS.map(({ country, name }) => ({ value: country, label: name }))
  return (
    <>
      <TextInput label={t('wizard.name')} autoComplete="off" {...field('name')} />
      <NativeSelect
        label={t('wizard.country')}
        data={[...countries, { value: '', label: t('wizard.otherCountry') }]}
        {...field('country')}
      />
      {preset === undefined ? (
        <>
          <TextInput
            label={t('wizard.currency')}
            description={t('wizard.currencyHint')}
            autoComplete="off"
            autoCapitalize="characters"
            maxLength={3}
            {...field('currency')}
          />
          <p className={classes.text}>{t('wizard.noTaxes')}</p>
        </>
      ) : (
        <p className={classes.text}>
          {t('wizard.taxes', { names: preset.taxes.map(({ name }) => name).join(', '), date: preset.asOf })}
        </p>
      )}
      <TextInput label={t('wizard.zone')} autoComplete="off" spellCheck={false} {...field('zone')} />
      <NativeSelect
        label={t('wizard.cutover')}
        data={CUTOVER_HOURS.map((hour) => ({ value: String(hour), label: t('wizard.hour', { hour }) }))}
        {...field('cutoverHour')}
      />
    </>
  )
}

const MENUS = ['example', 'import', 'empty'] as const

export function StartStep(props: StepProps): ReactNode {
  const { t } = useTranslation('setup')
  const field = useField(props)
  const { draft, onChange } = props
  return (
    <>
      <NativeSelect
        size="md"
        label={t('wizard.menu')}
        data={MENUS.map((id) => ({ value: id, label: t(`wizard.menus.${id}`) }))}
        value={draft.menu}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...draft, menu: MENUS.find((id) => id === value) ?? 'empty' })
        }
      />
      <TextInput
        label={t('wizard.tables')}
        description={t('wizard.tablesHint')}
        inputMode="numeric"
        autoComplete="off"
        {...field('tables')}
      />
      <TextInput
        label={t('wizard.printer')}
        description={t('wizard.printerHint')}
        autoComplete="off"
        spellCheck={false}
        {...field('printerHost')}
      />
      <TextInput label={t('wizard.device')} autoComplete="off" {...field('deviceName')} />
    </>
  )
}
