import { useCallback, useRef } from 'react'
import { newId } from '#app/data/new-id.ts'
import type { Service } from '#domain/order/order.ts'
import { useTellingCommand } from './failure-toast.ts'
import type { GuestWish } from './guest-dialog.tsx'

/** How many guests sit at a table until somebody says otherwise: nobody is asked before the first item. */
const DEFAULT_COVERS = 2

export interface NewOrder extends Partial<GuestWish> {
  readonly service: Service
  readonly tableId: string | null
  readonly covers?: number
}

type Open = (order: NewOrder) => Promise<boolean>

/** Opens an order and then its screen. A second tap while the first is under way does nothing. */
export function useOpenOrder(onOpened: (orderId: string) => void): Open {
  const run = useTellingCommand()
  const opening = useRef(false)
  return useCallback(
    async (order) => {
      if (opening.current) return false
      opening.current = true
      const orderId = newId()
      const covers = order.covers ?? (order.tableId === null ? 1 : DEFAULT_COVERS)
      const result = await run({ type: 'open_order', orderId, ...order, covers })
      opening.current = false
      if (result.ok) onOpened(orderId)
      return result.ok
    },
    [run, onOpened],
  )
}
