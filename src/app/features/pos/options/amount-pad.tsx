import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Keypad } from '#app/ui/keypad.tsx'
import type { usePad } from '#app/ui/use-pad.ts'
import classes from './options.module.css'

interface Props {
  readonly label: string
  /** What was typed so far, written out. */
  readonly amount: string
  readonly hint: string
  readonly pad: ReturnType<typeof usePad>
  readonly onEnter: () => void
}

/** A price or a weight, typed. */
export function AmountPad({ label, amount, hint, pad, onEnter }: Props): ReactNode {
  const { t } = useTranslation('pos')
  return (
    <section className={classes.pad} aria-label={label}>
      <p className={classes.typed}>
        <span className={classes.rule}>{label}</span>
        <output className={classes.amount}>{amount}</output>
        <span className={classes.rule}>{hint}</span>
      </p>
      <Keypad
        onDigits={pad.add}
        onDelete={pad.remove}
        deleteLabel={t('pay.delete')}
        extra="00"
        onEnter={onEnter}
      />
    </section>
  )
}
