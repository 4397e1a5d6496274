import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import { Button } from '#app/ui/button.tsx'
import { Chip, type Tone } from '#app/ui/chip.tsx'
import { Note } from '#app/ui/note.tsx'
import type { ImportPlan, PlannedRow } from './import-plan.ts'
import type { RowWrong } from './import-row.ts'
import classes from './import.module.css'
import { useWrongWords } from '#app/features/backoffice/editor/field.tsx'

/** So many rows are drawn; all of them are counted and brought in. */
const SHOWN_MAX = 200

const TONES: { readonly [does in PlannedRow['does']]: Tone } = {
  adds: 'good',
  changes: 'accent',
  same: 'neutral',
  wrong: 'bad',
}

interface Props {
  readonly plan: ImportPlan
  readonly progress: { readonly done: number; readonly of: number } | null
  readonly onImport: () => void
}

/** What a file would do, before it does it: what is wrong first, then row by row. */
export function ImportPreview({ plan, progress, onImport }: Props): ReactNode {
  const { t } = useTranslation('office')
  const of = (does: PlannedRow['does']): readonly PlannedRow[] => plan.rows.filter((row) => row.does === does)
  const [wrong, adds, changes, same] = [of('wrong'), of('adds'), of('changes'), of('same')]
  const count = adds.length + changes.length
  const listed = [...wrong, ...adds, ...changes, ...same]
  return (
    <div className={classes.preview}>
      {wrong.length > 0 && (
        <Note
          tone="bad"
          title={t('import.wrongRows', { count: wrong.length })}
          text={t('import.wrongRowsText')}
        />
      )}
      {plan.unknownColumns.length > 0 && (
        <Note tone="busy" title={t('import.unknown', { names: plan.unknownColumns.join(', ') })} />
      )}
      {plan.newCategories.length > 0 && (
        <Note tone="info" title={t('import.newCategories', { names: plan.newCategories.join(', ') })} />
      )}
      <div className={classes.step}>
        <span role="status">
          {progress === null
            ? t('import.summary', { adds: adds.length, changes: changes.length, same: same.length })
            : t('import.progress', progress)}
        </span>
        <Button variant="primary" disabled={count === 0 || progress !== null} onClick={onImport}>
          {t('import.run', { count })}
        </Button>
      </div>
      <table className={classes.table}>
        <caption className={classes.caption}>{t('import.rows')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('import.line')}</th>
            <th scope="col">{t('items.name')}</th>
            <th scope="col" className={classes.wide}>
              {t('items.category')}
            </th>
            <th scope="col" className={classes.amount}>
              {t('items.price')}
            </th>
            <th scope="col">{t('import.what')}</th>
          </tr>
        </thead>
        <tbody>
          {listed.slice(0, SHOWN_MAX).map((row) => (
            <Row key={row.line} row={row} />
          ))}
        </tbody>
      </table>
      {listed.length > SHOWN_MAX && (
        <p className={classes.text}>{t('import.more', { count: listed.length - SHOWN_MAX })}</p>
      )}
    </div>
  )
}

function Row({ row }: { readonly row: PlannedRow }): ReactNode {
  const { t } = useTranslation('office')
  const { plainMoney } = useFormat()
  const words = useRowWords()
  return (
    <tr>
      <td>{row.line}</td>
      <th scope="row">
        {row.name === '' ? '—' : row.name}
        {row.wrong.map((wrong) => (
          <span key={`${wrong.kind} ${wrong.value}`} className={classes.wrong}>
            {words(wrong)}
          </span>
        ))}
      </th>
      <td className={classes.wide}>{row.category}</td>
      <td className={classes.amount}>{row.price === null ? '—' : plainMoney(row.price)}</td>
      <td>
        <Chip
          tone={TONES[row.does]}
          icon={row.does === 'wrong' ? <IconAlertTriangle size={16} aria-hidden /> : undefined}
        >
          {t(`import.${row.does}`)}
        </Chip>
      </td>
    </tr>
  )
}

/** What is wrong with a row, in words that name what stands there. */
function useRowWords(): (wrong: RowWrong) => string {
  const { t } = useTranslation('office')
  const ofField = useWrongWords()
  return ({ kind, value }) => {
    switch (kind) {
      case 'taxUnknown':
      case 'stationUnknown':
      case 'courseBad':
      case 'allergenUnknown':
      case 'codeBad':
      case 'onMenuBad':
      case 'nameAmbiguous':
      case 'twice':
        return t(`rowWrong.${kind}`, { value })
      case 'categoryMissing':
        return t('rowWrong.categoryMissing')
      case 'priceBad':
        return t('rowWrong.priceBad', { value })
      default:
        return ofField(kind)
    }
  }
}
