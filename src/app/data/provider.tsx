import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Client } from './client.ts'
import { DeviceContext } from './device-context.ts'
import { FormatProvider } from './format-provider.tsx'
import { SessionProvider } from './session.tsx'

interface Props {
  /** From `connectDevice()`: handed in so that a test can hand in another. */
  readonly client: Client
  /** Its answers, kept fresh by whoever made it: see `followChanges`. */
  readonly queries: QueryClient
  readonly children: ReactNode
}

/** Gives every screen below it the device's answers, the session and the moments to notice. */
export function DataProvider({ client, queries, children }: Props): ReactNode {
  return (
    <DeviceContext value={client}>
      <QueryClientProvider client={queries}>
        <SessionProvider>
          <FormatProvider>{children}</FormatProvider>
        </SessionProvider>
      </QueryClientProvider>
    </DeviceContext>
  )
}
