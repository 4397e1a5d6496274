import { TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import classes from './reason-field.module.css'

interface Props {
  readonly label: string
  readonly value: string
  /** The usual ones, each one tap. */
  readonly reasons: readonly string[]
  readonly lengthMax: number
  readonly onChange: (reason: string) => void
}

/** Why something is done: one of the usual reasons, or words of one's own. */
export function ReasonField({ label, value, reasons, lengthMax, onChange }: Props): ReactNode {
  return (
    <>
      <div className={classes.reasons} role="group" aria-label={label}>
        {reasons.map((reason) => (
          <Button key={reason} aria-pressed={value === reason} onClick={() => onChange(reason)}>
            {reason}
          </Button>
        ))}
      </div>
      <TextInput
        label={label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        maxLength={lengthMax}
      />
    </>
  )
}
