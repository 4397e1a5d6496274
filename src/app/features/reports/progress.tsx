import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './reports-screen.module.css'

interface Props {
  readonly done: number
  readonly of: number
}

/** How far a long range is: days once added up stay so, and the next time it is there at once. */
export function Progress({ done, of }: Props): ReactNode {
  const { t } = useTranslation('reports')
  return (
    <div className={classes.progress} role="status">
      <label>
        {t('progress', { done, of })}
        <progress value={done} max={of} />
      </label>
    </div>
  )
}
