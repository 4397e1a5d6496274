import { IconCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './editor.module.css'

interface Option {
  readonly id: string
  readonly label: string
  /** Beside the label, for recognising. */
  readonly color?: string
}

interface Props {
  readonly legend: string
  /** What choosing none means. */
  readonly hint?: string
  readonly options: readonly Option[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

/** Any of a few, each a large target. */
export function ManyPills({ legend, hint, options, chosen, onChange }: Props): ReactNode {
  return (
    <fieldset className={classes.set}>
      <legend className={classes.legend}>{legend}</legend>
      {hint !== undefined && <p className={classes.hint}>{hint}</p>}
      <div className={classes.pills}>
        {options.map(({ id, label }) => (
          <label key={id} className={classes.pill}>
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={(event) =>
                onChange(event.currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
              }
            />
            <IconCheck size={18} aria-hidden />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

interface OneProps extends Omit<Props, 'chosen' | 'onChange' | 'hint'> {
  readonly name: string
  readonly chosen: string
  readonly onChange: (chosen: string) => void
}

/** One of a few, each a large target. */
export function OnePill({ legend, name, options, chosen, onChange }: OneProps): ReactNode {
  return (
    <fieldset className={classes.set}>
      <legend className={classes.legend}>{legend}</legend>
      <div className={classes.pills}>
        {options.map(({ id, label, color }) => (
          <label key={id} className={classes.pill}>
            <input type="radio" name={name} checked={chosen === id} onChange={() => onChange(id)} />
            {color !== undefined && (
              <span className={classes.dot} style={{ background: color }} aria-hidden />
            )}
            <IconCheck size={18} aria-hidden />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
