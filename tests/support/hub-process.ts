/** A demo hub as a process of its own, so that it can be killed. Settings come from the environment, as in `npm start`. */
import { readConfig } from '../../src/server/config.ts'
import { startServer } from '../../src/server/start.ts'

const config = readConfig(process.env)
if (!config.ok) throw new Error(config.error.detail)
const started = await startServer(config.value, {
  printer: { host: '127.0.0.1', port: Number(process.env['PRINTER_PORT'] ?? 9) },
})
if (!started.ok) throw new Error(`${started.error.code} ${started.error.detail}`)
process.send?.({ port: started.value.port, store: started.value.hub.replica.store })
