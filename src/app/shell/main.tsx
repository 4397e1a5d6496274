import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import '#app/ui/tokens.css'
import '#app/ui/mantine-tokens.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { connectDevice } from '#app/data/connect.ts'
import { App } from './app.tsx'
import { createWords } from './i18n.ts'
import { createAppRouter } from './router.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('assertion failed: index.html has no root')
createRoot(root).render(
  <StrictMode>
    <App client={connectDevice()} words={createWords()} router={createAppRouter()} />
  </StrictMode>,
)
