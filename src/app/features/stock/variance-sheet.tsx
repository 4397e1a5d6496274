import { Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconCloudDownload, IconDownload, IconScale } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { BYTE_ORDER_MARK, csvOf } from '#app/data/csv-text.ts'
import { useFailureWords } from '#app/data/failure-words.ts'
import { saveText } from '#app/data/save-text.ts'
import { useAtServer } from '#app/data/use-at-server.ts'
import { useFormat } from '#app/data/use-format.ts'
import { useStatus } from '#app/data/use-status.ts'
import { Button } from '#app/ui/button.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { Note } from '#app/ui/note.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import type { Variances, VarianceView } from '#domain/stock/variance-view.ts'
import { worthInMinor } from '#domain/stock/worth.ts'
import { useVariance } from './use-asked.tsx'
import { useQuantity } from './use-quantity.ts'
import { SPANS, worstFirst, varianceRows, type Span } from './variance.ts'
import classes from './rows.module.css'

/** What counts found beside what should have been there, the dearest loss first. */
export function VarianceSheet({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('stock')
  const narrow = useMediaQuery('(width < 700px)', false, { getInitialValueInEffect: false })
  const [span, setSpan] = useState<Span>('last')
  const { view, instead } = useVariance(SPANS[span])
  return (
    <Modal opened onClose={onClose} title={t('variance.title')} size={760} fullScreen={narrow}>
      <div className={classes.sheet}>
        <FilterBar
          label={t('variance.span')}
          options={(['last', 'weeks', 'months'] as const).map((id) => ({ id, label: t(`variance.${id}`) }))}
          chosen={span}
          onChoose={(id) => setSpan(id === 'weeks' || id === 'months' ? id : 'last')}
        />
        {view === null ? instead : <Told key={span} days={SPANS[span]} own={view} />}
      </div>
    </Modal>
  )
}

/** As far as this device knows, and the way to the rest: the server has every day. */
function Told({ days, own }: { readonly days: number | null; readonly own: Variances }): ReactNode {
  const { t } = useTranslation('stock')
  const { link } = useStatus()
  const { busy, failure, run } = useAtServer()
  const problem = useFailureWords()(failure ?? { code: 'device_failed' })
  const [there, setThere] = useState<Variances | null>(null)
  const ask = async (): Promise<void> => setThere((await run('variance', { days }))?.value ?? null)
  const { rows, isWhole } = there ?? own
  return (
    <>
      {!isWhole && (
        <>
          {failure === null ? (
            <Note tone="info" title={t('variance.inPart')} text={t('variance.inPartText')} />
          ) : (
            <Note tone="bad" title={problem.message} text={problem.remedy} />
          )}
          <Button
            icon={<IconCloudDownload aria-hidden size={20} stroke={1.75} />}
            disabled={link === 'offline' || busy}
            onClick={() => void ask()}
          >
            {t('variance.ask')}
          </Button>
        </>
      )}
      {(isWhole || rows.length > 0) && <VarianceList found={rows} />}
    </>
  )
}

function VarianceList({ found }: { readonly found: readonly VarianceView[] }): ReactNode {
  const { t } = useTranslation('stock')
  const { money, currency } = useFormat()
  const rows = worstFirst(found)
  if (rows.length === 0)
    return (
      <EmptyState
        icon={<IconScale size={40} stroke={1.5} aria-hidden />}
        title={t('variance.empty')}
        text={t('variance.emptyText')}
      />
    )
  const total = worthInMinor(rows.reduce((all, { worth }) => all + worth, 0))
  const save = (): void =>
    saveText(
      'variance.csv',
      'text/csv',
      BYTE_ORDER_MARK +
        csvOf([t('variance.columns', { returnObjects: true }), ...varianceRows(rows, currency.exponent)]),
    )
  return (
    <>
      <ul className={classes.list} aria-label={t('variance.title')}>
        {rows.map((row) => (
          <VarianceRow key={row.id} row={row} />
        ))}
      </ul>
      <div className={classes.foot}>
        <Button icon={<IconDownload size={20} aria-hidden />} onClick={save}>
          {t('saveCsv')}
        </Button>
        <span className={classes.total}>
          <span className={classes.soft}>{t('variance.total')}</span>
          {money(total)}
        </span>
      </div>
    </>
  )
}

function VarianceRow({ row }: { readonly row: VarianceView }): ReactNode {
  const { t } = useTranslation('stock')
  const { money, date } = useFormat()
  const quantity = useQuantity()
  const { name, unit, openedAt, countedAt, expected, counted, difference, worth } = row
  const amount = quantity(Math.abs(difference), unit)
  return (
    <li className={classes.row} data-missing={difference < 0 || undefined}>
      <span className={classes.name}>
        {name}
        <span className={classes.soft}>
          {t('variance.found', { counted: quantity(counted, unit), expected: quantity(expected, unit) })}
        </span>
        <span className={classes.soft}>
          {date(openedAt) === date(countedAt)
            ? date(countedAt)
            : t('variance.between', { from: date(openedAt), to: date(countedAt) })}
        </span>
      </span>
      <span className={classes.difference}>
        {difference === 0 ? t('variance.none') : `${difference < 0 ? '−' : '+'}${amount}`}
        {difference !== 0 && <span className={classes.soft}>{money(worthInMinor(worth))}</span>}
      </span>
    </li>
  )
}
