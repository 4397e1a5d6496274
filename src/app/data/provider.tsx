import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import type { Client } from './client.ts'
import { DeviceContext } from './device-context.ts'
import { FormatProvider } from './format-provider.tsx'
import { createQueryClient, followChanges } from './query-client.ts'
import { SessionProvider } from './session.tsx'

interface Props {
  /** From `connectDevice()`: handed in so that a test can hand in another. */
  readonly client: Client
  readonly children: ReactNode
}

/** What every start shows, one after the other: asked at once. */
function askAhead(client: Client, queries: QueryClient): QueryClient {
  for (const name of ['store', 'status', 'people'] as const)
    void queries.prefetchQuery({ queryKey: [name, null], queryFn: () => client.query(name, null) })
  return queries
}

/** Gives every screen below it the device's answers, the session and the moments to notice. */
export function DataProvider({ client, children }: Props): ReactNode {
  const [queries] = useState<QueryClient>(() => askAhead(client, createQueryClient()))
  useEffect(() => followChanges(client, queries), [client, queries])
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
