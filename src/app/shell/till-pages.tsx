import { useNavigate, useParams } from '@tanstack/react-router'
import { useCallback, useMemo, type ReactNode } from 'react'
import { FloorScreen } from '#app/features/pos/floor-screen.tsx'
import { OrderScreen } from '#app/features/pos/order-screen.tsx'
import { OrderWays } from '#app/features/pos/order-ways.ts'
import { PayScreen } from '#app/features/pos/pay-screen.tsx'

/** The till's screens know nothing of addresses; here they get them. */
export function FloorPage(): ReactNode {
  const navigate = useNavigate()
  const open = useCallback(
    (orderId: string) => void navigate({ to: '/orders/$orderId', params: { orderId } }),
    [navigate],
  )
  return <FloorScreen onOpenOrder={open} />
}

export function OrderPage(): ReactNode {
  const { orderId } = useParams({ from: '/orders/$orderId' })
  const navigate = useNavigate()
  const toFloor = useCallback(() => void navigate({ to: '/' }), [navigate])
  const toPay = useCallback(
    () => void navigate({ to: '/orders/$orderId/pay', params: { orderId } }),
    [navigate, orderId],
  )
  const ways = useMemo(() => {
    const toOrder = (id: string): void => void navigate({ to: '/orders/$orderId', params: { orderId: id } })
    return { toOrder, toFloor }
  }, [navigate, toFloor])
  return (
    <OrderWays value={ways}>
      <OrderScreen key={orderId} orderId={orderId} onBack={toFloor} onPay={toPay} />
    </OrderWays>
  )
}

export function PayPage(): ReactNode {
  const { orderId } = useParams({ from: '/orders/$orderId/pay' })
  const navigate = useNavigate()
  const toFloor = useCallback(() => void navigate({ to: '/' }), [navigate])
  const toOrder = useCallback(
    () => void navigate({ to: '/orders/$orderId', params: { orderId } }),
    [navigate, orderId],
  )
  return <PayScreen key={orderId} orderId={orderId} onBack={toOrder} onDone={toFloor} />
}
