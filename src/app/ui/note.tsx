import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './note.module.css'

interface Props {
  readonly tone: 'info' | 'good' | 'busy' | 'bad'
  readonly title: string
  readonly text?: string
}

/** A calm message inside a screen: what happened, and the next step. Read out when it appears. */
export function Note({ tone, title, text }: Props): ReactNode {
  const Icon = tone === 'good' ? IconCircleCheck : tone === 'info' ? IconInfoCircle : IconAlertTriangle
  return (
    <div role={tone === 'bad' ? 'alert' : 'status'} className={`${classes.note} ${classes[tone] ?? ''}`}>
      <Icon size={22} stroke={1.75} aria-hidden />
      <div>
        <span className={classes.title}>{title}</span>
        {text}
      </div>
    </div>
  )
}
