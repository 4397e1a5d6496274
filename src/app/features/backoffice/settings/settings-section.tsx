import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailureWords } from '#app/data/failure-words.ts'
import { useFormat } from '#app/data/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { LoadingState } from '#app/ui/states.tsx'
import type { OfficeRecord } from '#device/messages.ts'
import { SETTINGS_ID, TIP_PERCENTS } from '#domain/store/settings.ts'
import { ClashNote } from '#app/features/backoffice/editor/clash-note.tsx'
import classes from '#app/features/backoffice/import/import.module.css'
import { flag, text } from '#app/features/backoffice/records/read.ts'
import { asItIs } from '#app/features/backoffice/records/read-record.ts'
import type { FieldSpec } from '#app/features/backoffice/editor/simple-draft.ts'
import { SimpleFields, simpleLine } from '#app/features/backoffice/editor/simple-editor.tsx'
import { useRecords } from '#app/features/backoffice/records/use-records.ts'
import { useSettingsForm } from './use-settings-form.ts'

const CUTOVER_MAX = 12
const TIP_HOURS_MAX = 31 * 24
const TIP_HOURS_USUAL = 24

/** What the restaurant is called and where it stands, when its day begins, how its drawers are kept. */
export function SettingsSection(): ReactNode {
  const { t } = useTranslation('common')
  const settings = useRecords('settings', asItIs)
  const printers = useRecords('printer', asItIs)
  if (settings === null || printers === null) return <LoadingState text={t('loading')} />
  const record = settings.find(({ id }) => id === SETTINGS_ID) ?? { id: SETTINGS_ID }
  return <SettingsForm record={record} printers={printers} />
}

interface Props {
  readonly record: OfficeRecord
  readonly printers: readonly OfficeRecord[]
}

function SettingsForm({ record, printers }: Props): ReactNode {
  const { t } = useTranslation('office')
  const wordsOf = useFailureWords()
  const { code } = useFormat().currency
  const specs = useSettingsSpecs(printers)
  const form = useSettingsForm(record, specs)
  const { draft, errors, state, clash, failure, busy } = form
  const isWrong = Object.keys(errors).length > 0
  return (
    <form
      className={classes.panel}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        form.submit()
      }}
    >
      <SimpleFields
        specs={specs}
        draft={draft}
        errors={state === 'tried' ? errors : {}}
        isNew={false}
        onChange={form.change}
      />
      <p className={classes.text}>{t('settings.currency', { code })}</p>
      {failure !== null && (
        <Note tone="bad" title={wordsOf(failure).message} text={wordsOf(failure).remedy} />
      )}
      {clash.fields.length > 0 && !isWrong && (
        <ClashNote
          type="settings"
          recordId={SETTINGS_ID}
          clash={clash}
          lineOf={(field) => simpleLine(specs, field, draft, form.theirs)}
          busy={busy}
        />
      )}
      {state === 'tried' && isWrong && <Note tone="bad" title={t('fixAbove')} text={t('fixAboveText')} />}
      {state === 'saved' && <Note tone="good" title={t('settings.saved')} />}
      <div>
        <Button type="submit" variant="primary" disabled={busy}>
          {t(busy ? 'saving' : 'save')}
        </Button>
      </div>
    </form>
  )
}

function useSettingsSpecs(printers: readonly OfficeRecord[]): readonly FieldSpec[] {
  const { t } = useTranslation('office')
  return useMemo((): readonly FieldSpec[] => {
    const usable = printers.filter((printer) => flag(printer, 'active'))
    return [
      { kind: 'name', field: 'name', label: t('settings.name') },
      { kind: 'text', field: 'address', label: t('settings.address') },
      { kind: 'text', field: 'taxNumber', label: t('settings.taxNumber') },
      { kind: 'zone', field: 'zone', label: t('settings.zone'), hint: 'Europe/Lisbon' },
      {
        kind: 'whole',
        field: 'cutoverHour',
        label: t('settings.cutover'),
        min: 0,
        max: CUTOVER_MAX,
        initial: 0,
      },
      { kind: 'text', field: 'receiptFooter', label: t('settings.footer') },
      {
        kind: 'choice',
        field: 'receiptPrinterId',
        label: t('settings.printer'),
        options: [
          { id: '', label: t('settings.noPrinter') },
          ...usable.map((printer) => ({ id: printer.id, label: text(printer, 'name') })),
        ],
        initial: '',
        mayBeEmpty: true,
      },
      {
        kind: 'percents',
        field: 'tipPercents',
        label: t('settings.tipPercents'),
        initial: TIP_PERCENTS,
      },
      {
        kind: 'whole',
        field: 'tipWindowHours',
        label: t('settings.tipWindow'),
        min: 0,
        max: TIP_HOURS_MAX,
        initial: TIP_HOURS_USUAL,
      },
      {
        kind: 'flag',
        field: 'cashNeedsShift',
        label: t('settings.cashNeedsShift'),
        hint: t('settings.cashNeedsShiftHint'),
        initial: false,
      },
      {
        kind: 'flag',
        field: 'openOrdersBlockDay',
        label: t('settings.openOrdersBlockDay'),
        hint: t('settings.openOrdersBlockDayHint'),
        initial: false,
      },
      {
        kind: 'flag',
        field: 'outByStock',
        label: t('settings.outByStock'),
        hint: t('settings.outByStockHint'),
        initial: false,
      },
    ]
  }, [printers, t])
}
