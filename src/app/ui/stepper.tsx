import type { ReactNode } from 'react'
import { Sign } from './sign.tsx'
import classes from './stepper.module.css'

interface Props {
  readonly value: number
  readonly min: number
  readonly max: number
  readonly onChange: (value: number) => void
  readonly lessLabel: string
  readonly moreLabel: string
  /** What is counted, for screen readers. */
  readonly label: string
  /** The same as a sign beside the number. */
  readonly icon?: ReactNode
  /** What stands on the minus key at `min`, with what it does there; without it the key is off there. */
  readonly atMin?: { readonly icon: ReactNode; readonly label: string; readonly act: () => void }
}

/** A small number changed by one: − 2 + */
export function Stepper(props: Props): ReactNode {
  const { value, min, max, onChange, lessLabel, moreLabel, label, icon, atMin } = props
  const ends = value <= min
  return (
    <span className={classes.stepper} role="group" aria-label={label}>
      {ends && atMin !== undefined ? (
        <button
          type="button"
          className={classes.step}
          data-quick
          aria-label={atMin.label}
          onClick={atMin.act}
        >
          {atMin.icon}
        </button>
      ) : (
        <button
          type="button"
          className={classes.step}
          data-quick
          aria-label={lessLabel}
          disabled={ends}
          onClick={() => onChange(value - 1)}
        >
          <Sign name="minus" />
        </button>
      )}
      <span className={classes.value}>
        {icon}
        {value}
      </span>
      <button
        type="button"
        className={classes.step}
        data-quick
        aria-label={moreLabel}
        disabled={value >= max}
        onClick={() => onChange(value + 1)}
      >
        <Sign name="plus" />
      </button>
    </span>
  )
}
