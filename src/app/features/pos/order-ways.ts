import { createContext, useContext } from 'react'

/** Where a person goes once an order was merged, moved or cancelled. */
interface Ways {
  toOrder(orderId: string): void
  toFloor(): void
}

export const OrderWays = createContext<Ways | null>(null)

export function useOrderWays(): Ways {
  const ways = useContext(OrderWays)
  if (ways === null) throw new Error('assertion failed: useOrderWays outside an order’s page')
  return ways
}
