import type { ReactNode } from 'react'
import classes from './chip.module.css'

export type Tone = 'neutral' | 'accent' | 'good' | 'busy' | 'bad'

interface Props {
  readonly tone?: Tone
  /** Colour is never the only sign: give an icon where the tone means something. */
  readonly icon?: ReactNode
  readonly children: ReactNode
}

/** A small state in words. */
export function Chip({ tone = 'neutral', icon, children }: Props): ReactNode {
  return (
    <span className={tone === 'neutral' ? classes.chip : `${classes.chip} ${classes[tone]}`}>
      {icon}
      {children}
    </span>
  )
}
