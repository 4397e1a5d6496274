import { IconCircle, IconCircleCheckFilled, IconCircleXFilled, IconFlameFilled } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Preparation } from '#domain/item/item.ts'
import classes from './ticket-card.module.css'

/** A voided line has no preparation any more. */
export type LineState = Preparation | 'void'

const ICONS = {
  pending: IconCircle,
  preparing: IconFlameFilled,
  ready: IconCircleCheckFilled,
  void: IconCircleXFilled,
} as const satisfies { readonly [state in LineState]: unknown }

interface Props {
  readonly state: LineState
  /** The icon above the word, to leave the width to what stands beside. */
  readonly stacked?: boolean
}

/** A state by colour, icon and word: colour alone says nothing to one cook in twelve. */
export function StateBadge({ state, stacked = false }: Props): ReactNode {
  const { t } = useTranslation('kitchen')
  const Icon = ICONS[state]
  return (
    <span className={classes.state} data-state={state} data-stacked={stacked || undefined}>
      <Icon aria-hidden className={classes.stateIcon} />
      {t(`preparation.${state}`)}
    </span>
  )
}
