import { IconArrowBackUp, IconCheck, IconFlame, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Button } from '#app/ui/button.tsx'
import type { KitchenWords, TicketStep } from './use-kitchen-words.ts'
import classes from './ticket-card.module.css'

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
  readonly words: KitchenWords
  readonly onTap: () => void
}

/** Moves the whole ticket. */
export function TicketButton({ number, step, resting, words, onTap }: Props): ReactNode {
  const Icon = ICONS[step]
  return (
    <Button
      wide
      large
      className={classes.move}
      data-quick
      data-step={step}
      aria-label={words.moveLabel(step, number)}
      aria-disabled={resting || undefined}
      icon={<Icon aria-hidden size={28} />}
      onClick={resting ? undefined : onTap}
    >
      {words.move[step]}
    </Button>
  )
}
