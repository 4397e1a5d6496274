import { IconCoins } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '#app/ui/button.tsx'
import { useNow } from '#app/ui/use-now.ts'
import type { Payment } from '#domain/payment/payment.ts'
import { useTellingCommand } from './failure-toast.ts'
import { TipDialog } from './tip-dialog.tsx'

const MINUTE_MS = 60_000
/** Longer than any slip lies about; what the store allows is shorter or the same, and said when it is refused. */
const WINDOW_MS = 31 * 24 * 60 * MINUTE_MS

interface Props {
  readonly orderId: string
  readonly payment: Payment
}

/** The tip the guest wrote on the slip, after the payment. [PAY11] */
export function TipChange({ orderId, payment }: Props): ReactNode {
  const { t } = useTranslation('history')
  const run = useTellingCommand()
  const now = useNow(MINUTE_MS)
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const { id, status, capturedAt, takenAt, amount } = payment
  if (status !== 'taken' || capturedAt !== null || now - takenAt > WINDOW_MS) return null
  const setTip = async (tip: number): Promise<void> => {
    setBusy(true)
    const result = await run({ type: 'set_tip', orderId, paymentId: id, tip, tipFor: payment.tipFor })
    setBusy(false)
    if (result.ok) setOpen(false)
  }
  return (
    <>
      <IconButton label={t('page.setTip')} onClick={() => setOpen(true)}>
        <IconCoins size={22} stroke={1.75} aria-hidden />
      </IconButton>
      {open && (
        <TipDialog
          of={amount}
          rest={0}
          busy={busy}
          onTip={(tip) => void setTip(tip)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
