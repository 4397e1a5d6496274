import { IconArrowRight, IconPrinter } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import type { OrderView } from '#device/messages.ts'
import { useTellingCommand } from './failure-toast.ts'
import classes from './order-page.module.css'

interface Props {
  readonly view: OrderView
  readonly onTill: () => void
}

/** What can be done with an order from here; what is still open goes on at the till. */
export function PageActions({ view, onTill }: Props): ReactNode {
  const { t } = useTranslation('history')
  const { status } = view.order
  if (status === 'open') {
    return (
      <div className={classes.actions}>
        <Button variant="primary" icon={<IconArrowRight size={22} aria-hidden />} onClick={onTill}>
          {t('page.toTill')}
        </Button>
      </div>
    )
  }
  return status === 'closed' ? <PaidActions view={view} /> : null
}

/** The second receipt and every one after it say which copy they are. [PAY7] */
function PaidActions({ view }: { readonly view: OrderView }): ReactNode {
  const { t } = useTranslation('history')
  const run = useTellingCommand()
  const [busy, setBusy] = useState(false)
  const { id, receipts } = view.order
  const print = async (): Promise<void> => {
    setBusy(true)
    await run({ type: 'print_receipt', orderId: id })
    setBusy(false)
  }
  return (
    <div className={classes.actions}>
      <Button
        icon={<IconPrinter size={22} stroke={1.75} aria-hidden />}
        disabled={busy}
        onClick={() => void print()}
      >
        {receipts === 0 ? t('page.print') : t('page.printCopy', { count: receipts })}
      </Button>
      <span className={classes.soft} role="status">
        {t('page.receipts', { count: receipts })}
      </span>
    </div>
  )
}
