import { useCallback, useRef, useState } from 'react'
import { newId } from '#app/data/new-id.ts'
import type { Method } from '#domain/payment/payment.ts'
import { useTellingCommand } from './failure-toast.ts'

interface Taking {
  readonly busy: boolean
  /** Whether it was recorded. */
  take(method: Method, amount: number, tendered: number): Promise<boolean>
}

/** A double tap on "take" is one payment: the second does nothing until the device has answered the first. */
export function useTakePayment(orderId: string): Taking {
  const run = useTellingCommand()
  const [busy, setBusy] = useState(false)
  const taking = useRef(false)
  const take = useCallback(
    async (method: Method, amount: number, tendered: number) => {
      if (taking.current) return false
      taking.current = true
      setBusy(true)
      const result = await run({
        type: 'take_payment',
        orderId,
        paymentId: newId(),
        method,
        amount,
        tendered,
      })
      taking.current = false
      setBusy(false)
      return result.ok
    },
    [orderId, run],
  )
  return { busy, take }
}
