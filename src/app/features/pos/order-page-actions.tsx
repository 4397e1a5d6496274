import { IconArrowBackUp, IconArrowRight, IconPrinter } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import type { OrderView } from '#device/messages.ts'
import { receiptsBefore } from '#domain/order/receipts.ts'
import { CheckReceipts } from './check-receipts.tsx'
import { useTellingCommand } from './failure-toast.ts'
import { refundable } from './refund-draft.ts'
import { RefundDialog } from './refund-dialog.tsx'
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
  return (
    <div className={classes.actions}>
      {status === 'closed' && <Copies view={view} />}
      {status !== 'merged' && <RefundButton view={view} />}
    </div>
  )
}

/** The second receipt and every one after it say which copy they are. [PAY7] */
function Copies({ view }: { readonly view: OrderView }): ReactNode {
  const { t } = useTranslation('history')
  const run = useTellingCommand()
  const [busy, setBusy] = useState(false)
  const { id } = view.order
  const receipts = receiptsBefore(view.order, null)
  const print = async (): Promise<void> => {
    setBusy(true)
    await run({ type: 'print_receipt', orderId: id })
    setBusy(false)
  }
  return (
    <>
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
      <CheckReceipts view={view} />
    </>
  )
}

/** There as long as something of what was paid is left. An open order's payments are of its own screen. */
function RefundButton({ view }: { readonly view: OrderView }): ReactNode {
  const { t } = useTranslation('history')
  const [open, setOpen] = useState(false)
  return (
    <>
      {refundable(view).length > 0 && (
        <Button
          icon={<IconArrowBackUp size={22} stroke={1.75} aria-hidden />}
          disabled={view.readOnly}
          onClick={() => setOpen(true)}
        >
          {t('refund.open')}
        </Button>
      )}
      {open && <RefundDialog view={view} onClose={() => setOpen(false)} />}
    </>
  )
}
