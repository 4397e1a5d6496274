import { createServer as createHttpServer } from 'node:http'
import { createServer } from 'node:net'
import { NO_FAULTS, type Faults } from './faults.ts'
import { closed, listen } from './listen.ts'
import { Printer } from './printer.ts'
import { Tickets, type Ticket } from './tickets.ts'
import { answerPage } from './web.ts'

export interface VirtualPrinterOptions {
  /** Raw printing, 0 = any free port. */
  readonly port: number
  /** The page that shows the paper; 0 = any free port. */
  readonly httpPort: number
  /** Loopback unless said otherwise: anybody who reaches a printer can print and read. */
  readonly host?: string
  /** Characters a line: how wide the head is. */
  readonly columns?: 32 | 42 | 48
  /** Pixels a dot in the pictures. */
  readonly scale?: number
  /** Where pictures of the tickets go. */
  readonly outDir: string | null
  readonly now: () => number
  readonly faults?: Partial<Faults>
  readonly onTicket?: (ticket: Ticket) => void
}

export interface VirtualPrinter {
  readonly port: number
  readonly httpPort: number
  /** What was cut off so far, oldest first; the newest 200. */
  tickets(): readonly Ticket[]
  /** Switches faults while it runs; resolves once they hold. */
  setFaults(faults: Partial<Faults>): Promise<void>
  close(): Promise<void>
}

/** A printer on port 9100 made of software: prints on a page and in pictures. [PRINT12] [PRINT16] */
export async function startVirtualPrinter(options: VirtualPrinterOptions): Promise<VirtualPrinter> {
  const { host = '127.0.0.1', columns = 48, scale = 2, outDir, now, onTicket = () => {} } = options
  let faults: Faults = { ...NO_FAULTS, ...options.faults }
  const tickets = new Tickets({ columns, scale, outDir, now, onTicket })
  const printer = new Printer(
    columns,
    () => faults,
    (printed) => tickets.add(printed),
    (bytes) => {
      faults =
        bytes > 0
          ? { ...faults, paperEndsAfterBytes: bytes }
          : { ...faults, paperEndsAfterBytes: null, paperOut: true }
    },
  )
  // Half-open: a host that has sent all still waits for answers.
  const server = createServer({ allowHalfOpen: true }, (socket) => printer.attach(socket))
  const http = createHttpServer((request, response) =>
    answerPage(request, response, { tickets, faults: () => faults, setFaults }),
  )

  const port = await listen(server, options.port, host, 'PRINTER_PORT')
  const httpPort = await listen(http, options.httpPort, host, 'PRINTER_HTTP_PORT').catch(async (error) => {
    await closed(server)
    throw error
  })
  await apply()
  return {
    port,
    httpPort,
    tickets: () => tickets.all,
    setFaults,
    close: async () => {
      printer.close()
      http.closeAllConnections()
      await Promise.all([closed(server), closed(http), tickets.saved()])
    },
  }

  function setFaults(changes: Partial<Faults>): Promise<void> {
    faults = { ...faults, ...changes }
    return apply()
  }

  async function apply(): Promise<void> {
    if (faults.refuse && server.listening) {
      const stopped = closed(server)
      printer.hangUp()
      await stopped
    }
    if (!faults.refuse && !server.listening) await listen(server, port, host, 'PRINTER_PORT')
    printer.run()
  }
}
