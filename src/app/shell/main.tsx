import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import '#app/ui/tokens.css'
import '#app/ui/mantine-tokens.css'
import { StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { connectDevice } from '#app/data/connect.ts'
import { FailedScreen } from '#app/features/setup/failed-screen.tsx'
import { App, Look } from './app.tsx'
import { createWords } from './i18n.ts'
import { followQuickTaps } from './quick-taps.ts'
import { createAppRouter } from './router.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('assertion failed: index.html has no root')
followQuickTaps(document)
createRoot(root).render(<StrictMode>{start()}</StrictMode>)

function start(): ReactNode {
  const words = createWords()
  if (isSecureContext) return <App client={connectDevice()} words={words} router={createAppRouter()} />
  // Over plain HTTP a browser has neither files nor locks for a page: the device could never open.
  return (
    <Look words={words}>
      <FailedScreen problem="storage_unavailable" />
    </Look>
  )
}
