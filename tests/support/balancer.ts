import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** One address for several servers: each connection goes to the first that takes it, beginning with `preferred`. */
export interface Balancer {
  readonly origin: string
  close(): Promise<void>
}

export async function openBalancer(ports: readonly number[], preferred: number): Promise<Balancer> {
  const open = new Set<Socket>()
  const server = createServer((incoming) => {
    open.add(incoming)
    incoming.once('close', () => open.delete(incoming))
    incoming.on('error', () => incoming.destroy())
    pass(incoming, [...ports.slice(preferred), ...ports.slice(0, preferred)])
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => {
      for (const socket of open) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

function pass(incoming: Socket, [port, ...others]: readonly number[]): void {
  if (port === undefined) {
    incoming.destroy()
    return
  }
  // `localhost`, as the servers listen there.
  const outgoing = connect({ host: '127.0.0.1', port })
  let connected = false
  outgoing.once('connect', () => {
    connected = true
    incoming.pipe(outgoing).pipe(incoming)
  })
  outgoing.on('error', () => {
    if (connected) incoming.destroy()
    else pass(incoming, others)
  })
  outgoing.once('close', () => {
    if (connected) incoming.destroy()
  })
}
