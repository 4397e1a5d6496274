import type { ReactNode } from 'react'
import { WasteScreen } from '#app/features/stock/waste-screen.tsx'

/** What was dropped or spoilt. The device says who may ask. */
export function WastePage(): ReactNode {
  return <WasteScreen />
}
