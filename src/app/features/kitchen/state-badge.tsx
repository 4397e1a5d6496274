import { IconCircle, IconCircleCheckFilled, IconCircleXFilled, IconFlameFilled } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { KitchenWords, LineState } from './use-kitchen-words.ts'
import classes from './ticket-card.module.css'

const ICONS = {
  pending: IconCircle,
  preparing: IconFlameFilled,
  ready: IconCircleCheckFilled,
  void: IconCircleXFilled,
} as const satisfies { readonly [state in LineState]: unknown }

interface Props {
  readonly state: LineState
  readonly words: KitchenWords
  /** The icon above the word, to leave the width to what stands beside. */
  readonly stacked?: boolean
}

/** A state by colour, icon and word: colour alone says nothing to one cook in twelve. */
export function StateBadge({ state, words, stacked = false }: Props): ReactNode {
  const Icon = ICONS[state]
  return (
    <span className={classes.state} data-state={state} data-stacked={stacked || undefined}>
      <Icon aria-hidden className={classes.stateIcon} />
      {words.preparation[state]}
    </span>
  )
}
