import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailureWords } from '#app/data/failure-words.ts'
import { useFormat } from '#app/data/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import type { OfficeRecord } from '#device/messages.ts'
import type { Preset } from '#domain/store/presets/preset.ts'
import { PRESETS } from '#domain/store/presets/presets.ts'
import { SETTINGS_ID } from '#domain/store/settings.ts'
import { ChoiceField } from '#app/features/backoffice/editor/choice-field.tsx'
import classes from '#app/features/backoffice/import/import.module.css'
import { useSaving } from '#app/features/backoffice/records/use-saving.ts'

/** The taxes of a country, and how it rounds them, to begin with. [PRESET1] */
export function TaxPresets({ known }: { readonly known: readonly OfficeRecord[] }): ReactNode {
  const { t } = useTranslation('office')
  const wordsOf = useFailureWords()
  const { code } = useFormat().currency
  const { busy, failure, save } = useSaving()
  const [country, setCountry] = useState('')
  const [added, setAdded] = useState<string | null>(null)
  const preset = PRESETS.find((one) => one.country === country)
  const add = async ({ taxes, settings, name }: Preset): Promise<void> => {
    // A tax that is there may have been changed on purpose: it stays as it is.
    for (const { id, ...fields } of taxes.filter((tax) => known.every((one) => one.id !== tax.id))) {
      if (!(await save('tax', id, fields))) return
    }
    const { taxScope, taxRounding, taxRounded, cashRounding, currency } = settings
    const coins = currency.code === code ? { cashRounding } : {}
    if (await save('settings', SETTINGS_ID, { taxScope, taxRounding, taxRounded, ...coins })) setAdded(name)
  }
  return (
    <section className={classes.panel} aria-labelledby="presets-title">
      <h2 id="presets-title" className={classes.heading}>
        {t('presets.title')}
      </h2>
      <p className={classes.text}>{t('presets.text')}</p>
      <ChoiceField
        label={t('presets.country')}
        value={country}
        options={[
          { id: '', label: t('items.choose') },
          ...PRESETS.map((one) => ({ id: one.country, label: one.name })),
        ]}
        onChange={(chosen) => {
          setCountry(chosen)
          setAdded(null)
        }}
      />
      {preset !== undefined && added === null && (
        <>
          <p className={classes.text}>
            {t('presets.holds', {
              names: preset.taxes.map(({ name }) => name).join(', '),
              date: preset.asOf,
            })}
          </p>
          <div>
            <Button disabled={busy} onClick={() => void add(preset)}>
              {t('presets.add', { country: preset.name })}
            </Button>
          </div>
        </>
      )}
      {failure !== null && (
        <Note tone="bad" title={wordsOf(failure).message} text={wordsOf(failure).remedy} />
      )}
      {added !== null && (
        <Note tone="good" title={t('presets.added', { country: added })} text={t('presets.addedText')} />
      )}
    </section>
  )
}
