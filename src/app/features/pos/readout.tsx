import type { ReactNode } from 'react'
import classes from './pay.module.css'

interface Props {
  readonly label: string
  readonly amount: string
  readonly tone?: 'good'
}

/** One amount with its name, read out when it changes. */
export function Readout({ label, amount, tone }: Props): ReactNode {
  return (
    <div className={classes.readout} data-tone={tone} role="status">
      <span className={classes.readoutLabel}>{label}</span>
      <span className={classes.readoutAmount}>{amount}</span>
    </div>
  )
}
