import { IconArrowsJoin, IconBan, IconCheck, IconProgress } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Chip } from '#app/ui/chip.tsx'
import type { OrderStatus } from '#domain/order/order.ts'

const LOOKS = {
  open: { tone: 'accent', Icon: IconProgress },
  closed: { tone: 'good', Icon: IconCheck },
  cancelled: { tone: 'neutral', Icon: IconBan },
  merged: { tone: 'neutral', Icon: IconArrowsJoin },
} as const

/** What became of an order. */
export function StatusChip({ status }: { readonly status: OrderStatus }): ReactNode {
  const { t } = useTranslation('history')
  const { tone, Icon } = LOOKS[status]
  return (
    <Chip tone={tone} icon={<Icon size={16} stroke={2} aria-hidden />}>
      {t(`status.${status}`)}
    </Chip>
  )
}
