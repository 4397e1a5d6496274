import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Chip } from '#app/ui/chip.tsx'
import type { Standing } from './standing.ts'

/** Low, out or below zero, in a word and a sign; nothing where there is enough. */
export function StandingChip({ standing }: { readonly standing: Standing }): ReactNode {
  const { t } = useTranslation('stock')
  if (standing === 'good') return null
  return (
    <Chip tone={standing === 'low' ? 'busy' : 'bad'} icon={<IconAlertTriangle size={16} aria-hidden />}>
      {t(standing)}
    </Chip>
  )
}
