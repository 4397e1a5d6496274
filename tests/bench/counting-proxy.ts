import { connect, createServer, type AddressInfo } from 'node:net'

/** Passes every byte on, and counts them. */
export interface CountingProxy {
  readonly origin: string
  /** Both ways, everything a device sends and gets: headers, frames, pings. */
  bytes(): number
  close(): Promise<void>
}

export async function openCountingProxy(target: string): Promise<CountingProxy> {
  const port = Number(new URL(target).port)
  let bytes = 0
  const server = createServer((inner) => {
    const outer = connect(port, '127.0.0.1')
    const count = (chunk: Buffer): void => {
      bytes += chunk.length
    }
    inner.on('data', count).pipe(outer)
    outer.on('data', count).pipe(inner)
    inner.on('error', () => outer.destroy())
    outer.on('error', () => inner.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const sockets = server.address() as AddressInfo
  return {
    origin: `http://localhost:${sockets.port}`,
    bytes: () => bytes,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
