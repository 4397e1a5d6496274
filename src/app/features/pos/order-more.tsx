import { IconDots } from '@tabler/icons-react'
import { lazy, memo, Suspense, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '#app/ui/button.tsx'

/** Seldom opened: a till starts without it. */
const OrderSheet = lazy(() => import('./order-sheet.tsx').then((file) => ({ default: file.OrderSheet })))

interface Props {
  readonly orderId: string
}

/** Everything that is done to an order as a whole. */
export const OrderMore = memo(function OrderMore({ orderId }: Props): ReactNode {
  const { t } = useTranslation('pos')
  const [shown, setShown] = useState<'never' | 'open' | 'closed'>('never')
  return (
    <>
      <IconButton label={t('actions.open')} variant="plain" onClick={() => setShown('open')}>
        <IconDots size={24} stroke={1.75} aria-hidden />
      </IconButton>
      {shown !== 'never' && (
        <Suspense>
          <OrderSheet orderId={orderId} opened={shown === 'open'} onClose={() => setShown('closed')} />
        </Suspense>
      )}
    </>
  )
})
