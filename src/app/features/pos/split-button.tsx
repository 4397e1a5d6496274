import { IconArrowsSplit2 } from '@tabler/icons-react'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '#app/data/new-id.ts'
import { Button } from '#app/ui/button.tsx'
import type { OrderView } from '#device/messages.ts'
import { useTellingCommand } from './failure-toast.ts'
import { splitEqually, splitOf, written } from './split-draft.ts'

const SplitDialog = lazy(async () => ({ default: (await import('./split-dialog.tsx')).SplitDialog }))

const WAYS = [2, 3, 4] as const

/** The bill in two, three or four with one tap; everything else in a dialog of its own. */
export function SplitButtons({ view }: { readonly view: OrderView }): ReactNode {
  const { t } = useTranslation('pos')
  const run = useTellingCommand()
  const [open, setOpen] = useState(false)
  const divide = (ways: number): void => {
    const split = splitOf(view.order.checks, view.items, view.payments)
    const ids = Array.from({ length: ways }, newId)
    void run({ type: 'split_order', orderId: view.order.id, checks: written(splitEqually(split, ids)) })
  }
  return (
    <>
      {view.order.checks.length === 0 &&
        WAYS.map((ways) => (
          <Button
            key={ways}
            data-ways={ways}
            aria-label={t('split.equal', { count: ways })}
            onClick={() => divide(ways)}
          >
            {`÷ ${ways}`}
          </Button>
        ))}
      <Button icon={<IconArrowsSplit2 size={20} stroke={1.75} aria-hidden />} onClick={() => setOpen(true)}>
        {t('split.open')}
      </Button>
      {open && (
        <Suspense fallback={null}>
          <SplitDialog view={view} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
