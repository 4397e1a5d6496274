import type { ReactNode } from 'react'
import classes from './setup.module.css'

export function Brand(): ReactNode {
  return (
    <span className={classes.mark}>
      <img src="/icons/icon.svg" width={64} height={64} alt="" />
    </span>
  )
}
