import type { ReactNode } from 'react'
import classes from './filter-bar.module.css'

export interface FilterOption {
  readonly id: string
  readonly label: string
  /** A CSS colour beside the label, for recognising; the label says it, too. */
  readonly color?: string
  readonly count?: number
}

interface Props {
  readonly label: string
  readonly options: readonly FilterOption[]
  readonly chosen: string
  readonly onChoose: (id: string) => void
}

/** One of a few, in a row that scrolls sideways where it must. */
export function FilterBar({ label, options, chosen, onChoose }: Props): ReactNode {
  return (
    <div className={classes.bar} role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.id}
          type="button"
          className={classes.option}
          aria-pressed={option.id === chosen}
          onClick={() => onChoose(option.id)}
        >
          {option.color !== undefined && (
            <span className={classes.dot} style={{ background: option.color }} />
          )}
          {option.label}
          {option.count !== undefined && <span className={classes.count}>{option.count}</span>}
        </button>
      ))}
    </div>
  )
}
