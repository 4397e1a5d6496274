import { useNavigate, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { HistoryScreen } from '#app/features/pos/history-screen.tsx'

/** Each order has an address of its own: a reload stays on it, and the browser's way back works. */
export function HistoryPage(): ReactNode {
  const { orderId } = useParams({ from: '/history/{-$orderId}' })
  const navigate = useNavigate()
  const show = (id: string | undefined): void =>
    void navigate({ to: '/history/{-$orderId}', params: { orderId: id } })
  return (
    <HistoryScreen
      orderId={orderId ?? null}
      onShow={show}
      onBack={() => show(undefined)}
      onTill={(id) => void navigate({ to: '/orders/$orderId', params: { orderId: id } })}
    />
  )
}
