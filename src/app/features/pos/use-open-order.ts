import { useCallback, useRef } from 'react'
import { newId } from '#app/data/new-id.ts'
import type { Service } from '#domain/order/order.ts'
import { useTellingCommand } from './failure-toast.ts'

/** How many guests sit at a table until somebody says otherwise: nobody is asked before the first item. */
const DEFAULT_COVERS = 2

type Open = (service: Service, tableId: string | null) => Promise<void>

/** Opens an order and then its screen. A second tap while the first is under way does nothing. */
export function useOpenOrder(onOpened: (orderId: string) => void): Open {
  const run = useTellingCommand()
  const opening = useRef(false)
  return useCallback(
    async (service, tableId) => {
      if (opening.current) return
      opening.current = true
      const orderId = newId()
      const covers = service === 'takeaway' ? 1 : DEFAULT_COVERS
      const result = await run({ type: 'open_order', orderId, service, tableId, covers })
      opening.current = false
      if (result.ok) onOpened(orderId)
    },
    [run, onOpened],
  )
}
