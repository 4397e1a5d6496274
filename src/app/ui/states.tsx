import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './states.module.css'

/** Shown only if the wait is long enough to be noticed. */
export function LoadingState({ text }: { readonly text: string }): ReactNode {
  return (
    <div className={`${classes.state} ${classes.late}`} role="status">
      <span className={classes.text}>{text}</span>
    </div>
  )
}

interface Props {
  readonly icon?: ReactNode
  readonly title: string
  readonly text?: string
  /** What a person can do now. */
  readonly children?: ReactNode
}

/** Nothing is here, and why, and what to do. */
export function EmptyState({ icon, title, text, children }: Props): ReactNode {
  return (
    <div className={classes.state}>
      {icon !== undefined && <span className={classes.icon}>{icon}</span>}
      <span className={classes.title}>{title}</span>
      {text !== undefined && <span className={classes.text}>{text}</span>}
      {children !== undefined && <div className={classes.actions}>{children}</div>}
    </div>
  )
}

/** Something failed: what, and what to do. */
export function ErrorState({ icon, title, text, children }: Props): ReactNode {
  return (
    <div role="alert" className={classes.fill}>
      <EmptyState
        icon={icon ?? <IconAlertTriangle size={36} stroke={1.5} />}
        title={title}
        {...(text === undefined ? {} : { text })}
      >
        {children}
      </EmptyState>
    </div>
  )
}
