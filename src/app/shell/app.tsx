import { MantineProvider } from '@mantine/core'
import type { QueryClient } from '@tanstack/react-query'
import type { i18n } from 'i18next'
import type { ReactNode } from 'react'
import { I18nextProvider } from 'react-i18next'
import type { Client } from '#app/data/client.ts'
import { DataProvider } from '#app/data/provider.tsx'
import type { OwnPrinter } from '#app/own-printer/own-printer.ts'
import { OwnPrinterContext } from '#app/own-printer/own-printer-context.ts'
import { theme } from '#app/ui/theme.ts'
import { DoorGuard } from './door-guard.tsx'
import { Door } from './door.tsx'
import type { Rest } from './rest.tsx'

interface Props {
  readonly client: Client
  readonly queries: QueryClient
  readonly printer: OwnPrinter
  readonly words: i18n
  readonly loadRest: () => Promise<Rest>
}

export function App({ client, queries, printer, words, loadRest }: Props): ReactNode {
  return (
    <Look words={words}>
      <DataProvider client={client} queries={queries}>
        <OwnPrinterContext value={printer}>
          <DoorGuard>
            <Door loadRest={loadRest} />
          </DoorGuard>
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
