import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import '#app/ui/tokens.css'
import '#app/ui/mantine-tokens.css'
import { StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import type { Client } from '#app/data/client.ts'
import { connectPrinter } from '#app/own-printer/browser-printer.ts'
import { askAhead, createQueryClient, followChanges } from '#app/data/query-client.ts'
import { FailedScreen } from '#app/features/setup/failed-screen.tsx'
import { App, Look } from './app.tsx'
import { createWords } from './i18n.ts'
import { followQuickTaps } from './quick-taps.ts'
import { createAppRouter } from './router.tsx'

/** `client` null: this page can have no device. */
export function showScreens(root: HTMLElement, client: Client | null): void {
  followQuickTaps(document)
  createRoot(root).render(<StrictMode>{screensOf(client)}</StrictMode>)
}

function screensOf(client: Client | null): ReactNode {
  const words = createWords()
  if (client !== null) {
    const queries = createQueryClient()
    // Before anything is asked: no change between an answer and its screen is missed.
    followChanges(client, queries)
    askAhead(client, queries)
    const printer = connectPrinter(client)
    return (
      <App client={client} queries={queries} printer={printer} words={words} router={createAppRouter()} />
    )
  }
  return (
    <Look words={words}>
      <FailedScreen problem="storage_unavailable" />
    </Look>
  )
}
