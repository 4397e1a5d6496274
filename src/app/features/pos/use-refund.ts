import { useState } from 'react'
import { newId } from '#app/data/new-id.ts'
import { AMOUNT_DIGITS_MAX, usePad } from '#app/ui/use-pad.ts'
import type { OrderView } from '#device/messages.ts'
import type { Payment } from '#domain/payment/payment.ts'
import { useTellingCommand } from './failure-toast.ts'
import {
  refundSum,
  wantedLines,
  type RefundKind,
  type RefundSum,
  type RefundWay,
  type RefundWish,
} from './refund-draft.ts'

export interface RefundDraft extends RefundWish {
  readonly sum: RefundSum
  readonly busy: boolean
  /** Once it is given back: the refund's id. */
  readonly done: string | null
  setKind(kind: RefundKind): void
  setQty(itemId: string, qty: number): void
  add(digits: string): void
  remove(): void
  give(way: RefundWay, reason: string): Promise<void>
}

/** A refund as it is being put together. However often "give back" is pressed, it is one refund. [REFUND7] */
export function useRefund(view: OrderView, payment: Payment): RefundDraft {
  const run = useTellingCommand()
  const [refundId] = useState(newId)
  const [kind, setKind] = useState<RefundKind>(view.order.sale === null ? 'full' : 'lines')
  const [qtys, setQtys] = useState<ReadonlyMap<string, number>>(new Map())
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState(false)
  const { digits, add, remove } = usePad(AMOUNT_DIGITS_MAX)
  const wish: RefundWish = { kind, qtys, typed: Number(digits) }
  const sum = refundSum(view, payment, wish)
  return {
    ...wish,
    sum,
    busy,
    done: done ? refundId : null,
    setKind,
    setQty: (itemId, qty) => setQtys(new Map([...qtys, [itemId, qty]])),
    add,
    remove,
    async give({ method, methodId }, reason) {
      setBusy(true)
      const result = await run({
        type: 'refund_payment',
        orderId: view.order.id,
        paymentId: payment.id,
        refundId,
        method,
        methodId,
        what: whatOf(wish, sum),
        reason: reason.trim(),
      })
      setBusy(false)
      if (result.ok) setDone(true)
    },
  }
}

function whatOf({ kind, qtys }: RefundWish, { amount }: RefundSum) {
  if (kind === 'full') return { kind } as const
  if (kind === 'lines') return { kind, lines: wantedLines(qtys) } as const
  return { kind, amount } as const
}
