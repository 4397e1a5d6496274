import type { Client } from '#app/data/client.ts'
import { readKept, writeKept } from './kept-port.ts'
import { createOwnPrinter, type OwnPrinter } from './own-printer.ts'
import { PORT_KINDS } from './port.ts'

/** This page's printer, and the worker's way to it. */
export function connectPrinter(client: Client): OwnPrinter {
  const printer = createOwnPrinter({
    kinds: PORT_KINDS.filter((kind) => kind in navigator),
    makerOf: async (kind) => (await import('./ports.ts')).PORTS[kind],
    kept: { read: () => readKept(localStorage), write: (kept) => writeKept(localStorage, kept) },
    tell: client.line,
  })
  client.listen((message) => {
    if (message.kind === 'line') printer.order(message.line, message.order)
  })
  return printer
}
