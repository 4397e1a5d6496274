import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { PrintingScreen } from '#app/features/printing/printing-screen.tsx'

export function PrintingPage(): ReactNode {
  const navigate = useNavigate()
  return (
    <PrintingScreen
      onOpenOrder={(orderId) => void navigate({ to: '/orders/$orderId', params: { orderId } })}
    />
  )
}
