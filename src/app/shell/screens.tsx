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
import { followQuickTaps } from './quick-taps.ts'
import { createWords } from './words.ts'

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
    // Not in parts: a till that shows the log-in has the whole sale within a moment, and then needs no server for it.
    const loadRest = async () => (await import('./rest.tsx')).openRest(words)
    return <App client={client} queries={queries} printer={printer} words={words} loadRest={loadRest} />
  }
  return (
    <Look words={words}>
      <FailedScreen problem="storage_unavailable" />
    </Look>
  )
}
