import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startVirtualPrinter, type VirtualPrinter } from '../../src/paper/server.ts'
import type { Config } from '../../src/server/config.ts'
import { startServer, type RunningServer } from '../../src/server/start.ts'

/** The demo café on free ports with its virtual printer, as `npm start` runs it, in this process. */
export interface Cafe {
  readonly origin: string
  readonly printer: VirtualPrinter
  readonly dataDir: string
  server(): RunningServer
  stopServer(): Promise<void>
  /** On the same port and data as before. */
  startServer(): Promise<void>
  close(): Promise<void>
}

export async function openCafe(settings: Partial<Config> = {}): Promise<Cafe> {
  const dataDir = settings.dataDir ?? mkdtempSync(join(tmpdir(), 'comanda-cafe-'))
  const printer = await startVirtualPrinter({ port: 0, httpPort: 0, outDir: null, now: () => Date.now() })
  const config: Config = {
    host: '127.0.0.1',
    port: 0,
    databaseUrl: null,
    upstreamUrl: null,
    upstreamCode: null,
    databaseKey: null,
    encryptDevices: null,
    https: null,
    production: false,
    printing: true,
    logLevel: 'error',
    ...settings,
    dataDir,
  }
  const start = async (port: number): Promise<RunningServer> => {
    const started = await startServer(
      { ...config, port },
      { printer: { host: '127.0.0.1', port: printer.port } },
    )
    if (!started.ok) throw new Error(`${started.error.code} ${started.error.detail}`)
    return started.value
  }
  let running: RunningServer | null = await start(config.port)
  const { port } = running
  return {
    origin: `http://localhost:${port}`,
    printer,
    dataDir,
    server() {
      if (running === null) throw new Error('the server is stopped')
      return running
    },
    async stopServer() {
      await running?.close()
      running = null
    },
    async startServer() {
      running ??= await start(port)
    },
    async close() {
      await running?.close()
      await printer.close()
    },
  }
}
