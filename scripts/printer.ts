/**
 * `npm run printer`: a receipt printer made of software, with its paper on a web page.
 * `npm run printer -- --faults=paperOut,bytesPerSecond=200`: one with something wrong.
 */
import { PortBusyError } from '../src/paper/listen.ts'
import { NO_FAULTS, readFaults, type Faults } from '../src/paper/faults.ts'
import { startVirtualPrinter } from '../src/paper/server.ts'
import type { Ticket } from '../src/paper/tickets.ts'

const port = numberFrom('PRINTER_PORT', 9100)
const httpPort = numberFrom('PRINTER_HTTP_PORT', 9101)
const faults = faultsFrom(process.argv.slice(2))
const outDir = process.env['PRINTER_DIR'] ?? './data/paper'

try {
  const printer = await startVirtualPrinter({
    port,
    httpPort,
    outDir,
    now: () => Date.now(),
    faults,
    onTicket: show,
  })
  console.log(`Printer listens on 127.0.0.1:${printer.port}`)
  console.log(`Its paper: http://127.0.0.1:${printer.httpPort}/ and ${outDir}`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void printer.close().then(() => process.exit(0)))
  }
} catch (error) {
  if (!(error instanceof PortBusyError)) throw error
  console.error(error.message)
  process.exitCode = 1
}

function show(ticket: Ticket): void {
  const trouble = ticket.events.filter((event) => event.type === 'problem' || event.type === 'unknown')
  console.log(`\n--- ticket ${ticket.n} ---\n${ticket.text}`)
  for (const event of trouble) console.log(`! ${JSON.stringify(event)}`)
}

function faultsFrom(words: readonly string[]): Partial<Faults> {
  const texts = words.map((word) => /^--faults=(.*)$/.exec(word)?.[1] ?? word)
  const faults = readFaults(texts.join(','))
  if (faults !== null) return faults
  console.error(
    `There is no such fault in "${words.join(' ')}". Known: ${Object.keys(NO_FAULTS).join(', ')}.`,
  )
  process.exit(1)
}

function numberFrom(name: string, otherwise: number): number {
  const text = process.env[name]
  if (text === undefined || text === '') return otherwise
  const value = Number(text)
  if (Number.isInteger(value) && value >= 0 && value <= 65_535) return value
  console.error(`${name} must be a port number, not "${text}"`)
  process.exit(1)
}
