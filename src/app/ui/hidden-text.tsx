import type { ReactNode } from 'react'
import classes from './hidden-text.module.css'

interface Props {
  readonly as?: 'h1' | 'span'
  readonly children: string
}

/** For those who hear the screen: what the eye sees from its place alone. */
export function HiddenText({ as: Tag = 'span', children }: Props): ReactNode {
  return <Tag className={classes.hidden}>{children}</Tag>
}
