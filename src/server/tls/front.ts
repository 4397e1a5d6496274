import type { Server as HttpServer } from 'node:http'
import { createServer, type Server as HttpsServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import type { KeyPair } from './authority.ts'

/** The way in for the store's other devices: the same program as behind plain HTTP, spoken to in private. */
export interface HttpsFront {
  readonly port: number
  /** From now on new connections are shown this certificate; those that are open go on. */
  show(certificates: KeyPair): void
  close(): Promise<void>
}

/** Throws what `listen` does, as EADDRINUSE. */
export async function openHttpsFront(
  app: HttpServer,
  { certificate, key }: KeyPair,
  at: { readonly host: string; readonly port: number },
): Promise<HttpsFront> {
  const server = createServer({ cert: certificate, key, minVersion: 'TLSv1.2' })
  // One program answers both: requests and sockets are handed over as they are.
  server.on('request', (request, response) => app.emit('request', request, response))
  server.on('upgrade', (request, socket, head) => app.emit('upgrade', request, socket, head))
  const open = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
  await listening(server, at)
  const { port } = server.address() as AddressInfo
  return {
    port,
    show: (next) => server.setSecureContext({ cert: next.certificate, key: next.key, minVersion: 'TLSv1.2' }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        // Those that became sockets of the live line, too: the server counts them as open and would wait.
        for (const socket of open) socket.destroy()
      }),
  }
}

function listening(server: HttpsServer, { host, port }: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port }, () => {
      server.off('error', reject)
      resolve()
    })
  })
}
