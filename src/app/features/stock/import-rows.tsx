import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Chip } from '#app/ui/chip.tsx'
import type { PlannedRow } from './import-plan.ts'
import classes from './rows.module.css'

/** So many are drawn; who brings in more reads their file. */
const SHOWN_MAX = 200
const ORDER: readonly PlannedRow['does'][] = ['wrong', 'adds', 'changes', 'same']
const TONES = { adds: 'good', changes: 'busy', same: 'neutral', wrong: 'bad' } as const

/** What each row of a file does, what is wrong first. */
export function ImportRows({ rows }: { readonly rows: readonly PlannedRow[] }): ReactNode {
  const { t } = useTranslation('stock')
  const listed = rows.toSorted((a, b) => ORDER.indexOf(a.does) - ORDER.indexOf(b.does) || a.line - b.line)
  return (
    <ul className={classes.list} aria-label={t('import.rows')}>
      {listed.slice(0, SHOWN_MAX).map((row) => (
        <li key={row.line} className={classes.row}>
          <span className={classes.name}>
            {row.name === '' ? '—' : row.name}
            <span className={classes.soft}>{t('import.line', { line: row.line })}</span>
            {row.wrong.map(({ kind, value }) => (
              <span key={kind} className={classes.wrong}>
                {t(`import.wrongRow.${kind}`, { value })}
              </span>
            ))}
          </span>
          <Chip tone={TONES[row.does]}>{t(`import.${row.does}`)}</Chip>
        </li>
      ))}
    </ul>
  )
}
