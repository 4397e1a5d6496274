import { IconBellRinging, IconClock, IconFlame } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Chip } from '#app/ui/chip.tsx'
import type { Preparation } from '#domain/item/item.ts'

const LOOKS = {
  pending: { tone: 'neutral', Icon: IconClock },
  preparing: { tone: 'busy', Icon: IconFlame },
  ready: { tone: 'good', Icon: IconBellRinging },
} as const

/** Where the kitchen is with a line: in colour, sign and word. */
export function PreparationChip({ preparation }: { readonly preparation: Preparation }): ReactNode {
  const { t } = useTranslation('pos')
  const { tone, Icon } = LOOKS[preparation]
  return (
    <Chip tone={tone} icon={<Icon size={16} stroke={1.9} aria-hidden />}>
      {t(`order.${preparation}`)}
    </Chip>
  )
}
