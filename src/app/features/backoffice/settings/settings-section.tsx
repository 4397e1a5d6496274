import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFailureWords } from '#app/data/failure-words.ts'
import { useFormat } from '#app/data/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { LoadingState } from '#app/ui/states.tsx'
import type { OfficeRecord } from '#device/messages.ts'
import { SETTINGS_ID, TIP_PERCENTS } from '#domain/store/settings.ts'
import { changedFields } from '#app/features/backoffice/records/changed.ts'
import classes from '#app/features/backoffice/import/import.module.css'
import { flag, text } from '#app/features/backoffice/records/read.ts'
import { asItIs } from '#app/features/backoffice/records/read-record.ts'
import { draftOfRecord, readSimple, type FieldSpec } from '#app/features/backoffice/editor/simple-draft.ts'
import { SimpleFields } from '#app/features/backoffice/editor/simple-editor.tsx'
import { useRecords } from '#app/features/backoffice/records/use-records.ts'
import { useSaving } from '#app/features/backoffice/records/use-saving.ts'

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
  const { busy, failure, save } = useSaving()
  const [shown, setShown] = useState(record)
  const [draft, setDraft] = useState(() => draftOfRecord(specs, record))
  const [state, setState] = useState<'editing' | 'tried' | 'saved'>('editing')
  const { fields, errors } = readSimple(specs, draft)
  const isWrong = Object.keys(errors).length > 0
  const submit = async (): Promise<void> => {
    setState('tried')
    if (isWrong) return
    const before = readSimple(specs, draftOfRecord(specs, shown)).fields
    if (!(await save('settings', SETTINGS_ID, changedFields(fields, before)))) return
    setShown({ ...shown, ...fields, id: SETTINGS_ID })
    setState('saved')
  }
  return (
    <form
      className={classes.panel}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <SimpleFields
        specs={specs}
        draft={draft}
        errors={state === 'tried' ? errors : {}}
        isNew={false}
        onChange={(field, value) => {
          setState((old) => (old === 'saved' ? 'editing' : old))
          setDraft((old) => ({ ...old, [field]: value }))
        }}
      />
      <p className={classes.text}>{t('settings.currency', { code })}</p>
      {failure !== null && (
        <Note tone="bad" title={wordsOf(failure).message} text={wordsOf(failure).remedy} />
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
