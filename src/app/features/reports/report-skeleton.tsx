import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './reports-screen.module.css'

const FIGURES = ['gross', 'net', 'tax', 'orders', 'average'] as const

/** The room the figures will take. Shown late: answers mostly come at once. */
export function ReportSkeleton(): ReactNode {
  const { t } = useTranslation('reports')
  return (
    <div className={classes.skeleton} role="status" aria-label={t('loading')}>
      <div className={classes.figures}>
        {FIGURES.map((figure) => (
          <div key={figure} className={classes.figure} data-main={figure === 'gross' || undefined}>
            <span className={classes.figureLabel}>{t(figure)}</span>
            <span className={classes.ghost} />
          </div>
        ))}
      </div>
      <div className={classes.columns}>
        <div className={classes.ghostPanel} />
        <div className={classes.ghostPanel} />
      </div>
    </div>
  )
}
