import { TextInput } from '@mantine/core'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { decimalText } from '#i18n/money.ts'
import { entryOf, hasPack, type EntryItem, type Typed } from './entries.ts'
import classes from './form.module.css'
import { useQuantity } from './use-quantity.ts'

interface Props {
  readonly item: EntryItem
  readonly typed: Typed
  /** Whether it is asked what all of it cost. */
  readonly costed: boolean
  readonly onType: (id: string, change: Partial<Typed>) => void
}

/** How much of one ingredient: in packs, loose, or both. A list of hundreds draws only the row that is typed in. */
export const EntryRow = memo(function EntryRow({ item, typed, costed, onType }: Props): ReactNode {
  const { t } = useTranslation('stock')
  const { currency } = useFormat()
  const quantity = useQuantity()
  const { id, name, unit, packName, packSize, level } = item
  const { qty, cost, wrongField, wrongCost } = entryOf(typed, item, currency.exponent)
  const packs = t('sheet.packOf', { name: packName, size: quantity(packSize, unit) })
  const loose = t(`short.${unit}`)
  return (
    <li className={classes.entry} data-cost={costed || undefined}>
      <span className={classes.entryName}>
        {name}
        <span className={classes.under}>
          {[
            ...(hasPack(item) ? [packs] : []),
            ...(qty !== null
              ? [t('sheet.come', { qty: quantity(qty, unit) })]
              : level === undefined
                ? []
                : [t('sheet.thereIs', { level: quantity(level, unit) })]),
          ].join(' · ')}
        </span>
      </span>
      <div className={classes.inputs}>
        {hasPack(item) && (
          <TextInput
            aria-label={t('sheet.packs', { name, pack: packs })}
            placeholder={packName}
            inputMode="decimal"
            autoComplete="off"
            value={typed.packs}
            onChange={(event) => onType(id, { packs: event.currentTarget.value })}
            error={wrongField === 'packs' ? t('sheet.bad') : null}
          />
        )}
        <TextInput
          aria-label={t('sheet.loose', { name, unit: loose })}
          placeholder={loose}
          inputMode="decimal"
          autoComplete="off"
          value={typed.loose}
          onChange={(event) => onType(id, { loose: event.currentTarget.value })}
          error={wrongField === 'loose' || (wrongField !== null && !hasPack(item)) ? t('sheet.bad') : null}
        />
        {costed && (
          <TextInput
            aria-label={t('sheet.cost', { name })}
            placeholder={qty === null ? t('sheet.costPlaceholder') : decimalText(cost, currency.exponent)}
            inputMode="decimal"
            autoComplete="off"
            value={typed.cost}
            onChange={(event) => onType(id, { cost: event.currentTarget.value })}
            error={wrongCost ? t('sheet.badCost') : null}
          />
        )}
      </div>
    </li>
  )
})
