import { IconArrowBackUp, IconCheck, IconFlame, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import classes from './ticket-card.module.css'

export type TicketStep = 'preparing' | 'ready' | 'recall' | 'clear'

const ICONS = {
  preparing: IconFlame,
  ready: IconCheck,
  recall: IconArrowBackUp,
  clear: IconX,
} as const satisfies {
  readonly [step in TicketStep]: unknown
}

interface Props {
  readonly number: string
  readonly step: TicketStep
  readonly resting: boolean
  readonly onTap: () => void
}

/** Moves the whole ticket. */
export function TicketButton({ number, step, resting, onTap }: Props): ReactNode {
  const { t } = useTranslation('kitchen')
  const Icon = ICONS[step]
  return (
    <Button
      wide
      large
      className={classes.move}
      data-step={step}
      aria-label={t(`moveLabel.${step}`, { number })}
      aria-disabled={resting || undefined}
      icon={<Icon aria-hidden size={28} />}
      onClick={resting ? undefined : onTap}
    >
      {t(`move.${step}`)}
    </Button>
  )
}
