import type { Server } from 'node:net'

/** Another program holds the port. */
export class PortBusyError extends Error {
  readonly code = 'port_busy'
  readonly port: number

  constructor(port: number, setting: string) {
    super(
      `Port ${port} is already in use. Stop the program that holds it (another "npm run printer"?), ` +
        `or choose another port with ${setting}=<number>.`,
    )
    this.name = 'PortBusyError'
    this.port = port
  }
}

/** Listens, and says which port it got (0 asks for any). `setting` is how a person chooses another one. */
export function listen(server: Server, port: number, host: string, setting: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException): void =>
      reject(error.code === 'EADDRINUSE' ? new PortBusyError(port, setting) : error)
    server.once('error', fail)
    server.listen(port, host, () => {
      server.off('error', fail)
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

/** Stops listening; resolves once the last connection is gone. */
export function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    if (server.listening) server.close(() => resolve())
    else resolve()
  })
}
