import { useCallback, useRef, useState } from 'react'
import { newId } from '#app/data/new-id.ts'
import { useAsk } from '#app/data/use-ask.ts'
import type { Method } from '#domain/payment/payment.ts'
import { useTellingCommand } from './failure-toast.ts'

/** What is paid: an order, or one check of it. */
export interface Payee {
  readonly orderId: string
  readonly checkId: string | null
}

interface Taking {
  readonly busy: boolean
  /** Whether it was recorded. */
  take(method: Method, amount: number, tendered: number, tip: number): Promise<boolean>
}

/**
 * A double tap on "take" is one payment: the second does nothing until the device has answered the first. A device
 * that crashed may have taken it all the same: the next press is the same payment again. [PAY8]
 */
export function useTakePayment({ orderId, checkId }: Payee): Taking {
  const run = useTellingCommand()
  const [busy, setBusy] = useState(false)
  const taking = useRef(false)
  const paymentId = useRef<string | null>(null)
  const { refetch } = useAsk('order', { orderId })
  const take = useCallback(
    async (method: Method, amount: number, tendered: number, tip: number) => {
      if (taking.current) return false
      taking.current = true
      setBusy(true)
      const again = paymentId.current !== null
      const id = (paymentId.current ??= newId())
      const result = await run({
        type: 'take_payment',
        orderId,
        checkId,
        paymentId: id,
        method,
        amount,
        tip,
        tendered,
      })
      const uncertain = !result.ok && result.error.code === 'device_failed'
      if (!uncertain) paymentId.current = null
      // Only the order itself knows whether a crash came before the payment or after it.
      if (uncertain || again) void refetch()
      taking.current = false
      setBusy(false)
      return result.ok
    },
    [orderId, checkId, run, refetch],
  )
  return { busy, take }
}
