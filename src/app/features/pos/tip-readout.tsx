import { lazy, Suspense, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/data/use-format.ts'
import classes from './pay.module.css'

// Not of every country: fetched when somebody gives one, and kept for offline.
const TipDialog = lazy(async () => ({ default: (await import('./tip-dialog.tsx')).TipDialog }))

interface Props {
  readonly tip: number
  readonly of: number
  readonly rest: number
  readonly onChange: (tip: number) => void
}

/** The tip beside the other amounts of a payment; a tap changes it. */
export function TipReadout({ tip, of, rest, onChange }: Props): ReactNode {
  const { t } = useTranslation('pos')
  const { money } = useFormat()
  const [open, setOpen] = useState(false)
  const choose = (chosen: number): void => {
    onChange(chosen)
    setOpen(false)
  }
  return (
    <>
      <button
        type="button"
        className={`${classes.readout} ${classes.tip}`}
        aria-label={t('tip.change', { amount: money(tip) })}
        onClick={() => setOpen(true)}
      >
        <span className={classes.readoutLabel}>{t('tip.title')}</span>
        <span className={classes.readoutAmount}>{tip === 0 ? t('tip.zero') : money(tip)}</span>
      </button>
      {open && (
        <Suspense fallback={null}>
          <TipDialog of={of} rest={rest} onTip={choose} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
