import { MantineProvider } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { Notifications } from '@mantine/notifications'
import type { QueryClient } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import type { i18n } from 'i18next'
import type { ReactNode } from 'react'
import { I18nextProvider } from 'react-i18next'
import type { Client } from '#app/data/client.ts'
import { DataProvider } from '#app/data/provider.tsx'
import type { OwnPrinter } from '#app/own-printer/own-printer.ts'
import { OwnPrinterContext } from '#app/own-printer/own-printer-context.ts'
import { theme } from '#app/ui/theme.ts'
import { Approvals } from './approvals.tsx'
import type { AppRouter } from './router.tsx'
import { ServerPins } from './server-pins.tsx'

interface Props {
  readonly client: Client
  readonly queries: QueryClient
  readonly printer: OwnPrinter
  readonly words: i18n
  readonly router: AppRouter
}

export function App({ client, queries, printer, words, router }: Props): ReactNode {
  const narrow = useMediaQuery('(width < 860px)', undefined, { getInitialValueInEffect: false })
  return (
    <Look words={words}>
      {/* Bottom left: over the menu's last row, never over the order, the total or the next step. */}
      <Notifications position="bottom-left" limit={narrow ? 2 : 4} containerWidth={400} />
      <DataProvider client={client} queries={queries}>
        <OwnPrinterContext value={printer}>
          <Approvals>
            <ServerPins>
              <RouterProvider router={router} />
            </ServerPins>
          </Approvals>
        </OwnPrinterContext>
      </DataProvider>
    </Look>
  )
}

interface LookProps {
  readonly words: i18n
  readonly children: ReactNode
}

/** The words and colours of every screen, with a device behind it or without. */
export function Look({ words, children }: LookProps): ReactNode {
  return (
    <I18nextProvider i18n={words}>
      <MantineProvider theme={theme} defaultColorScheme="auto">
        {children}
      </MantineProvider>
    </I18nextProvider>
  )
}
