import type { ReactNode } from 'react'
import classes from './sign.module.css'

/** Tabler's strokes, each sign as one path. */
const PATHS = {
  minus: 'M5 12h14',
  plus: 'M12 5v14M5 12h14',
  trash:
    'M4 7h16M10 11v6M14 11v6M5 7l1 12a2 2 0 0 0 2 2h8a2 2 0 0 0 2-2l1-12M9 7v-3a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v3',
} as const

/**
 * A sign for rows that are drawn while a finger waits: two elements where an icon of the library is up to six, each
 * with its attributes.
 */
export function Sign({ name }: { readonly name: keyof typeof PATHS }): ReactNode {
  return (
    <svg className={classes.sign} viewBox="0 0 24 24" aria-hidden>
      <path d={PATHS[name]} />
    </svg>
  )
}
