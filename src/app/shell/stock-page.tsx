import type { ReactNode } from 'react'
import { StockScreen } from '#app/features/stock/stock-screen.tsx'

/** What there is to cook with. The device says who may see it. */
export function StockPage(): ReactNode {
  return <StockScreen />
}
