import { fork, type ChildProcess } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A server in a process of its own. */
export interface KillableServer {
  readonly port: number
  readonly origin: string
  readonly store: string
  readonly dataDir: string
  /** SIGKILL: nothing is closed, nothing is written any more. */
  kill(): Promise<void>
}

/** A café's only server: a SQLite file and nothing above it. */
export function startStoreProcess(
  settings: {
    readonly dataDir?: string
    readonly port?: number
    /** Where its receipts go; without it, it does not print. */
    readonly printerPort?: number
  } = {},
): Promise<KillableServer> {
  return startProcess(settings, printing(settings.printerPort))
}

/** The store's hub below a cloud. */
export function startHubProcess(settings: {
  readonly upstreamUrl: string
  readonly upstreamCode: string
  readonly dataDir?: string
  readonly port?: number
  readonly printerPort?: number
}): Promise<KillableServer> {
  return startProcess(settings, {
    UPSTREAM_URL: settings.upstreamUrl,
    UPSTREAM_CODE: settings.upstreamCode,
    ...printing(settings.printerPort),
  })
}

/** One of the processes of a cloud, with the demo café as its own store. */
export function startCloudProcess(settings: {
  readonly databaseUrl: string
  readonly port?: number
  /** Where its receipts go; without it, it does not print. */
  readonly printerPort?: number
}): Promise<KillableServer> {
  return startProcess(settings, {
    DATABASE_URL: settings.databaseUrl,
    ...printing(settings.printerPort),
  })
}

function printing(port: number | undefined): Readonly<Record<string, string>> {
  return port === undefined ? {} : { PRINTING: 'on', PRINTER_PORT: String(port) }
}

async function startProcess(
  settings: { readonly dataDir?: string; readonly port?: number },
  environment: Readonly<Record<string, string>>,
): Promise<KillableServer> {
  const dataDir = settings.dataDir ?? mkdtempSync(join(tmpdir(), 'comanda-hub-'))
  const child: ChildProcess = fork(join(import.meta.dirname, 'hub-process.ts'), {
    execArgv: ['--import', 'tsx'],
    env: {
      ...process.env,
      NODE_ENV: '',
      DATA_DIR: dataDir,
      PORT: String(settings.port ?? 0),
      PRINTING: 'off',
      LOG_LEVEL: 'error',
      ...environment,
    },
  })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const said = await new Promise<unknown>((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })
  const { port, store } = said as { readonly port: number; readonly store: string }
  return {
    port,
    origin: `http://localhost:${port}`,
    store,
    dataDir,
    kill: () => {
      child.kill('SIGKILL')
      return gone
    },
  }
}
