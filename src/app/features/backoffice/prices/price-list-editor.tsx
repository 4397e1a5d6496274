import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '#app/data/new-id.ts'
import { useFormat } from '#app/data/use-format.ts'
import { ChoiceField } from '#app/features/backoffice/editor/choice-field.tsx'
import classes from '#app/features/backoffice/editor/editor.module.css'
import { TimeField } from '#app/features/backoffice/editor/field.tsx'
import { ManyPills } from '#app/features/backoffice/editor/pills.tsx'
import { RecordEditor, type FormPart } from '#app/features/backoffice/editor/record-editor.tsx'
import type { MenuRecords } from '#app/features/backoffice/menu/use-menu-records.ts'
import { flag, text } from '#app/features/backoffice/records/read.ts'
import { useSaving } from '#app/features/backoffice/records/use-saving.ts'
import type { OfficeRecord } from '#device/messages.ts'
import { draftOfPriceList, readPriceList, type PriceListDraft } from './price-list-draft.ts'
import { NameField } from './price-fields.tsx'
import { inMenuOrder, pricedThings } from './priced-things.ts'
import { PriceRows } from './price-rows.tsx'
import { ServicePills } from './service-pills.tsx'
import type { Weekday } from './use-weekdays.ts'

interface Offered {
  readonly menu: MenuRecords
  readonly areas: readonly OfficeRecord[]
  readonly weekdays: readonly Weekday[]
}

interface Props extends Offered {
  /** Null: a new one. */
  readonly record: OfficeRecord | null
  /** The same as it stands by now. */
  readonly now: OfficeRecord | null
  readonly onClose: () => void
}

/** When a price list holds, and what costs what then. */
export function PriceListEditor({ record, now, onClose, ...offered }: Props): ReactNode {
  const { t } = useTranslation(['prices', 'office'])
  const { exponent } = useFormat().currency
  const saving = useSaving()
  const labels = useListLabels()
  const [id] = useState(() => record?.id ?? newId())
  const first = inMenuOrder(draftOfPriceList(record, exponent), pricedThings(offered.menu))
  return (
    <RecordEditor
      title={record === null ? t('lists.new') : t('office:edit', { name: first.name })}
      first={first}
      now={now === null ? null : draftOfPriceList(now, exponent)}
      kept={{ type: 'price_list', recordId: id }}
      lineOf={(field) => ({ label: labels[field] ?? field })}
      read={(draft) => readPriceList(draft, exponent)}
      active={record === null ? null : flag(record, 'active')}
      saving={saving}
      keep={(fields) => saving.save('price_list', id, fields)}
      onClose={onClose}
    >
      {(part) => (
        <>
          <NameField hint={t('lists.nameHint')} isNew={record === null} part={part} />
          <When {...part} {...offered} />
          <PriceRows {...part} menu={offered.menu} />
          <Rank {...part} />
        </>
      )}
    </RecordEditor>
  )
}

/** What two people may change at once, in the form's own words. */
function useListLabels(): { readonly [field: string]: string } {
  const { t } = useTranslation('prices')
  return {
    name: t('name'),
    from: t('lists.from'),
    to: t('lists.to'),
    weekdays: t('lists.weekdays'),
    services: t('services'),
    areaIds: t('lists.areas'),
    priority: t('lists.rank'),
    prices: t('lists.prices'),
  }
}

type Part = FormPart<PriceListDraft>

function When({ draft, errors, onChange, areas, weekdays }: Part & Offered): ReactNode {
  const { t } = useTranslation('prices')
  const inUse = areas.filter((area) => flag(area, 'active') || draft.areaIds.includes(area.id))
  return (
    <>
      <fieldset className={classes.set}>
        <legend className={classes.legend}>{t('lists.when')}</legend>
        <p className={classes.hint}>{t('lists.timeHint')}</p>
        <div className={classes.two}>
          {(['from', 'to'] as const).map((field) => (
            <TimeField
              key={field}
              label={t(`lists.${field}`)}
              value={draft[field]}
              onChange={(time) => onChange({ [field]: time })}
              wrong={errors['times']}
            />
          ))}
        </div>
      </fieldset>
      <ManyPills
        legend={t('lists.weekdays')}
        hint={t('lists.weekdaysHint')}
        options={weekdays}
        chosen={draft.weekdays}
        onChange={(chosen) => onChange({ weekdays: chosen })}
      />
      <ServicePills chosen={draft.services} onChange={(services) => onChange({ services })} />
      {inUse.length > 0 && (
        <ManyPills
          legend={t('lists.areas')}
          hint={t('lists.areasHint')}
          options={inUse.map((area) => ({ id: area.id, label: text(area, 'name') }))}
          chosen={draft.areaIds}
          onChange={(areaIds) => onChange({ areaIds })}
        />
      )}
    </>
  )
}

const RANKS = [
  ['10', 'first'],
  ['0', 'usual'],
  ['-10', 'last'],
] as const

/** Three ranks are enough for a restaurant; another one, set up elsewhere, is shown as it is. */
function Rank({ draft: { rank }, onChange }: Part): ReactNode {
  const { t } = useTranslation('prices')
  const options: readonly { readonly id: string; readonly label: string }[] = RANKS.map(([id, word]) => ({
    id,
    label: t(`lists.${word}`),
  }))
  return (
    <ChoiceField
      label={t('lists.rank')}
      value={rank}
      options={
        options.some(({ id }) => id === rank)
          ? options
          : [...options, { id: rank, label: t('lists.ranked', { rank }) }]
      }
      onChange={(chosen) => onChange({ rank: chosen })}
    />
  )
}
