import { Outlet, useRouterState } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import classes from './frame.module.css'
import { Header } from './header.tsx'
import { ReadyNotices } from './ready-notices.tsx'
import { useInstallable } from './use-installable.ts'

/** What every page of somebody who is logged in stands in. */
export function Frame(): ReactNode {
  useInstallable(useRouterState({ select: ({ location }) => location.pathname.startsWith('/kitchen') }))
  return (
    <>
      <Header />
      <main className={classes.main}>
        <Outlet />
      </main>
      <ReadyNotices />
    </>
  )
}
