import { useNavigate } from '@tanstack/react-router'
import { useCallback, type ReactNode } from 'react'
import { FloorScreen } from '#app/features/pos/floor-screen.tsx'
import { useFetchedAhead } from '#app/ui/use-fetched-ahead.ts'

const loadOrder = () => import('./order-pages.tsx')

/** The till's screens know nothing of addresses; here they get them. */
export function FloorPage(): ReactNode {
  const navigate = useNavigate()
  const open = useCallback(
    (orderId: string) => void navigate({ to: '/orders/$orderId', params: { orderId } }),
    [navigate],
  )
  useFetchedAhead(loadOrder)
  return <FloorScreen onOpenOrder={open} />
}
