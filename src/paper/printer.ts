import type { Socket } from 'node:net'
import { Decoder } from './decoder.ts'
import type { Faults } from './faults.ts'
import { Head } from './head.ts'
import type { Printed } from './printed.ts'
import { answerTo, RealTimeScanner, statusByte } from './status.ts'

/** All well, in the four bytes of an automatic status. */
const STATUS_BLOCK = Uint8Array.of(0x10, 0, 0, 0)

/** The machine between the sockets and the paper: one buffer and one head, whoever sends. */
export class Printer {
  readonly #faults: () => Faults
  readonly #onPrinted: (printed: Printed) => void
  readonly #decoder: Decoder
  readonly #head: Head
  readonly #sockets = new Set<Socket>()

  constructor(
    columns: number,
    faults: () => Faults,
    onPrinted: (printed: Printed) => void,
    onPaperLeft: (bytes: number) => void = () => {},
  ) {
    this.#faults = faults
    this.#onPrinted = onPrinted
    this.#decoder = new Decoder(columns)
    this.#head = new Head(faults, onPaperLeft)
  }

  attach(socket: Socket): void {
    const scanner = new RealTimeScanner()
    let received = 0
    this.#sockets.add(socket)
    socket.on('data', (chunk: Uint8Array) => {
      const limit = this.#faults().resetAfterBytes
      const allowed = limit === null ? chunk : chunk.subarray(0, Math.max(0, limit - received))
      received += chunk.length
      this.#receive(allowed, socket, scanner)
      if (limit !== null && received >= limit) socket.resetAndDestroy()
    })
    // The host hangs up when it has sent all; the printer does when all of that is printed.
    socket.on('end', () => this.#head.after(() => socket.end()))
    // A host that disappears is nothing to a printer: it prints what it has.
    socket.on('error', () => {})
    socket.on('close', () => this.#sockets.delete(socket))
  }

  /** A fault was switched. */
  run(): void {
    this.#head.run()
  }

  close(): void {
    this.#head.stop()
    this.hangUp()
  }

  hangUp(): void {
    for (const socket of this.#sockets) socket.destroy()
  }

  #receive(chunk: Uint8Array, socket: Socket, scanner: RealTimeScanner): void {
    for (const n of scanner.scan(chunk)) {
      const status = statusByte(n, this.#faults())
      if (status !== null) this.#answer(socket, Uint8Array.of(status))
    }
    this.#head.feed(chunk, (bytes) => this.#print(bytes, socket))
    if (!this.#head.full) return
    socket.pause()
    this.#head.whenRoom(() => socket.resume())
  }

  #print(bytes: Uint8Array, socket: Socket): void {
    if (this.#faults().chatter) this.#answer(socket, STATUS_BLOCK)
    for (const printed of this.#decoder.push(bytes)) {
      if (printed.type === 'query') this.#answer(socket, answerTo(printed))
      else this.#onPrinted(printed)
    }
  }

  #answer(socket: Socket, bytes: Uint8Array): void {
    if (!this.#faults().silentStatus && socket.writable) socket.write(bytes)
  }
}
