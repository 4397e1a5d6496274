/** `npm run dev`: the demo café with screens that reload as you type. */
import { createServer } from 'vite'

process.env['PORT'] ??= '8080'
await import('./start.ts')
const vite = await createServer({ configFile: 'vite.config.ts' })
await vite.listen()
vite.printUrls()
