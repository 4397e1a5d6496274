import { useLocation, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ShiftsScreen, type Section } from '#app/features/shifts/shifts-screen.tsx'

const PATHS = { drawer: '/drawer', checkOut: '/check-out', day: '/day' } as const satisfies {
  readonly [section in Section]: string
}

/** Each part of it has an address, so that the browser's way back works. */
export function ShiftsPage(): ReactNode {
  const path = useLocation({ select: ({ pathname }) => pathname })
  const navigate = useNavigate()
  const section = path === PATHS.checkOut ? 'checkOut' : path === PATHS.day ? 'day' : 'drawer'
  return (
    <ShiftsScreen
      section={section}
      onSection={(next) => void navigate({ to: PATHS[next] })}
      onOpenOrder={(orderId) => void navigate({ to: '/orders/$orderId', params: { orderId } })}
    />
  )
}
