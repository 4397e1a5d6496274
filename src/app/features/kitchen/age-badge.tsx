import { IconAlertTriangleFilled, IconClock, IconClockExclamation } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { HiddenText } from '#app/ui/hidden-text.tsx'
import { ageOf, MINUTE_MS, type Urgency } from './age.ts'
import type { KitchenWords } from './use-kitchen-words.ts'
import classes from './ticket-card.module.css'

const ICONS = {
  fresh: IconClock,
  slow: IconClockExclamation,
  late: IconAlertTriangleFilled,
} as const satisfies {
  readonly [urgency in Urgency]: unknown
}

interface Props {
  readonly sentAt: number
  readonly now: number
  readonly words: KitchenWords
}

/** Minutes since sending, by colour and icon, too. */
export function AgeBadge({ sentAt, now, words }: Props): ReactNode {
  const { minutes, urgency } = ageOf(sentAt, now)
  const Icon = ICONS[urgency]
  return (
    <span className={classes.age} data-urgency={urgency}>
      <Icon aria-hidden size="1.1em" />
      <span>{words.age(minutes * MINUTE_MS)}</span>
      {urgency === 'late' && <HiddenText>{words.late}</HiddenText>}
    </span>
  )
}
