import { IconDiscount } from '@tabler/icons-react'
import { lazy, memo, Suspense, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import type { OrderView } from '#device/messages.ts'

// Seldom needed: fetched when somebody gives something off, and kept for offline.
const DiscountDialog = lazy(async () => ({ default: (await import('./discount-dialog.tsx')).DiscountDialog }))

interface DialogProps {
  readonly view: OrderView
  /** The line, or null for the order. */
  readonly itemId: string | null
  readonly onClose: () => void
}

export function LazyDiscountDialog(props: DialogProps): ReactNode {
  return (
    <Suspense fallback={null}>
      <DiscountDialog {...props} />
    </Suspense>
  )
}

/** Something off the order or one of its lines, from wherever the order is on screen. */
export const DiscountButton = memo(function DiscountButton({
  view,
}: {
  readonly view: OrderView
}): ReactNode {
  const { t } = useTranslation('pos')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button icon={<IconDiscount size={20} stroke={1.75} aria-hidden />} onClick={() => setOpen(true)}>
        {t('discount.open')}
      </Button>
      {open && <LazyDiscountDialog view={view} itemId={null} onClose={() => setOpen(false)} />}
    </>
  )
})
