import { Switch } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from '#app/features/backoffice/editor/editor.module.css'
import type { ItemPartProps } from './item-part.ts'
import { ManyPills } from '#app/features/backoffice/editor/pills.tsx'

/** The taxes of an item, and others out of the house where the law says so. [TAX4] */
export function ItemTaxes({ draft, menu, onChange }: ItemPartProps): ReactNode {
  const { t } = useTranslation('office')
  const { taxIds, outTaxIds } = draft
  const used = new Set([...taxIds, ...(outTaxIds ?? [])])
  const options = menu.taxes
    .filter(({ id, active }) => active || used.has(id))
    .map(({ id, name }) => ({ id, label: name }))
  if (options.length === 0) return <p className={classes.hint}>{t('items.noTaxes')}</p>
  return (
    <div>
      <ManyPills
        legend={t('items.taxes')}
        options={options}
        chosen={taxIds}
        onChange={(chosen) => onChange({ taxIds: chosen })}
      />
      <Switch
        className={classes.switch ?? ''}
        size="md"
        mt={8}
        label={t('items.outDiffers')}
        checked={outTaxIds !== null}
        onChange={(event) => onChange({ outTaxIds: event.currentTarget.checked ? taxIds : null })}
      />
      {outTaxIds !== null && (
        <ManyPills
          legend={t('items.outTaxes')}
          options={options}
          chosen={outTaxIds}
          onChange={(chosen) => onChange({ outTaxIds: chosen })}
        />
      )}
    </div>
  )
}
