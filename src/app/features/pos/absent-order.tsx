import { IconCloudDownload, IconCloudOff } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '#app/data/use-ask.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/states.tsx'

/** The line to the server comes and goes without a word about this order. */
const LOOK_MS = 1_500

interface Props {
  readonly orderId: string
  readonly onBack: () => void
}

/** An order that is not on this device: it is on its way, or will be, or nobody has it. [SNAP5] */
export function AbsentOrder({ orderId, onBack }: Props): ReactNode {
  const { t } = useTranslation(['history', 'pos'])
  const { data: state = 'coming' } = useAsk('absentOrder', { orderId }, { everyMs: LOOK_MS, fleeting: true })
  const back = <Button onClick={onBack}>{t('page.back')}</Button>
  if (state === 'coming') {
    return (
      <EmptyState
        icon={<IconCloudDownload size={36} stroke={1.5} aria-hidden />}
        title={t('absent.coming')}
        text={t('absent.comingText')}
      >
        {back}
      </EmptyState>
    )
  }
  return state === 'offline' ? (
    <EmptyState
      icon={<IconCloudOff size={36} stroke={1.5} aria-hidden />}
      title={t('pos:order.gone')}
      text={t('absent.offlineText')}
    >
      {back}
    </EmptyState>
  ) : (
    <EmptyState title={t('pos:order.gone')} text={t('pos:order.goneText')}>
      {back}
    </EmptyState>
  )
}
