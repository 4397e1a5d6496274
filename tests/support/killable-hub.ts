import { fork, type ChildProcess } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A hub in a process of its own. */
export interface KillableHub {
  readonly origin: string
  readonly store: string
  readonly dataDir: string
  /** SIGKILL: nothing is closed, nothing is written any more. */
  kill(): Promise<void>
}

export async function startHubProcess(settings: {
  readonly upstreamUrl: string
  readonly upstreamCode: string
  readonly dataDir?: string
  readonly port?: number
}): Promise<KillableHub> {
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
      UPSTREAM_URL: settings.upstreamUrl,
      UPSTREAM_CODE: settings.upstreamCode,
    },
  })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const said = await new Promise<unknown>((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', (code) => reject(new Error(`the hub ended with ${code}`)))
  })
  const { port, store } = said as { readonly port: number; readonly store: string }
  return {
    origin: `http://localhost:${port}`,
    store,
    dataDir,
    kill: () => {
      child.kill('SIGKILL')
      return gone
    },
  }
}
