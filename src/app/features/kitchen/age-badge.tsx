import { VisuallyHidden } from '@mantine/core'
import { IconAlertTriangleFilled, IconClock, IconClockExclamation } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAge } from '#app/ui/use-age.ts'
import { ageOf, MINUTE_MS, type Urgency } from './age.ts'
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
}

/** Minutes since sending, by colour and icon, too. */
export function AgeBadge({ sentAt, now }: Props): ReactNode {
  const { t } = useTranslation('kitchen')
  const ageText = useAge()
  const { minutes, urgency } = ageOf(sentAt, now)
  const Icon = ICONS[urgency]
  return (
    <span className={classes.age} data-urgency={urgency}>
      <Icon aria-hidden size="1.1em" />
      <span>{ageText(minutes * MINUTE_MS)}</span>
      {urgency === 'late' && <VisuallyHidden>{t('late')}</VisuallyHidden>}
    </span>
  )
}
