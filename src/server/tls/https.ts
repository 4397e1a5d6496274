import type { Server as HttpServer } from 'node:http'
import { hostname, networkInterfaces } from 'node:os'
import { ok, type Result } from '#domain/result.ts'
import type { Config, HttpsSetting } from '#server/config.ts'
import type { ServerProblem } from '#server/problem.ts'
import { openHttpsFront } from './front.ts'
import { fingerprint, readCertificates, type Certificates } from './keeper.ts'
import { serverNames, shownHost } from './names.ts'

/** How other devices reach this server. */
export interface HttpsWay {
  /** For a device that came by plain HTTP under `host`, and for the terminal. */
  origin(host?: string): string
  /** The private authority's certificate and its fingerprint; null: everybody trusts the owner's own already. */
  readonly authority: { readonly certificate: string; readonly fingerprint: string } | null
}

export interface OpenHttps extends HttpsWay {
  close(): Promise<void>
}

const DAY_MS = 86_400_000

/** What is known before anything listens: routes ask it once they are called. */
export interface HttpsPlan extends HttpsWay {
  open(app: HttpServer): Promise<OpenHttps>
}

/** Reads or makes the certificates. `onFailed` hears when one cannot be renewed later: the old one is shown on. */
export async function planHttps(
  https: HttpsSetting,
  config: Pick<Config, 'host' | 'dataDir'>,
  storeName: string,
  onFailed: (problem: ServerProblem) => void,
): Promise<Result<HttpsPlan, ServerProblem>> {
  const read = (): Promise<Result<Certificates, ServerProblem>> =>
    readCertificates(https, {
      dataDir: config.dataDir,
      storeName,
      names: serverNames(https.name, hostname(), networkInterfaces()),
      now: Date.now(),
    })
  const first = await read()
  if (!first.ok) return first
  const { authority: certificate } = first.value
  let { server } = first.value
  let { port } = https
  const way: HttpsWay = {
    origin: (host) => `https://${https.name ?? host ?? shownHost(null, networkInterfaces())}:${port}`,
    authority: certificate === null ? null : { certificate, fingerprint: fingerprint(certificate) },
  }
  return ok({
    ...way,
    async open(app) {
      const front = await openHttpsFront(app, server, { host: config.host, port })
      port = front.port
      const renewal = setInterval(() => {
        void read().then((again) => {
          if (!again.ok) return onFailed(again.error)
          if (again.value.server.certificate !== server.certificate) front.show(again.value.server)
          server = again.value.server
        })
      }, DAY_MS)
      return {
        ...way,
        close() {
          clearInterval(renewal)
          return front.close()
        },
      }
    },
  })
}
