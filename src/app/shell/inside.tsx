import { useMediaQuery } from '@mantine/hooks'
import { Notifications } from '@mantine/notifications'
import { RouterProvider } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Approvals } from './approvals.tsx'
import type { AppRouter } from './router.tsx'
import { ServerPins } from './server-pins.tsx'

/** What somebody who is logged in sees: the screens by their addresses, notices, and the questions for a PIN. */
export function Inside({ router }: { readonly router: AppRouter }): ReactNode {
  const narrow = useMediaQuery('(width < 860px)', undefined, { getInitialValueInEffect: false })
  return (
    <>
      {/* Bottom left: over the menu's last row, never over the order, the total or the next step. */}
      <Notifications position="bottom-left" limit={narrow ? 2 : 4} containerWidth={400} />
      <Approvals>
        <ServerPins>
          <RouterProvider router={router} />
        </ServerPins>
      </Approvals>
    </>
  )
}
