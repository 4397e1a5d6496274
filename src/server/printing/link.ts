import { connect } from 'node:net'
import type { Duplex } from 'node:stream'
import { isUsbFile } from '#domain/kitchen/printer-checks.ts'
import { UsbFile } from './usb-file.ts'

/** How a wait ended. */
export type Waited = 'done' | 'timeout' | 'lost'

/** Small enough to notice a printer that stopped reading, large enough not to matter. */
const CHUNK_BYTES = 4096

/** How long a printer that never hangs up may hold our end of a finished job. */
const LINGER_MS = 60_000

/** What bytes go through, a socket or a file; it says `ready` once, when it is open. */
export type ByteLine = Duplex & { readonly pending: boolean; unref(): unknown }

/** The line to a printer, wherever it is. Throws for an address that is none. */
export function openLine(host: string, port: number): ByteLine {
  return isUsbFile(host) ? new UsbFile(host.trim()) : connect({ host, port, noDelay: true })
}

/** A connection to a printer: one line, what came back, and waits that always end. */
export class PrinterLink {
  readonly #line: ByteLine
  readonly #checks = new Set<() => void>()
  #inbox: number[] = []
  #lost: string | null = null
  #finishing = false

  constructor(line: ByteLine, signal?: AbortSignal) {
    this.#line = line
    this.#line.on('ready', () => this.#changed())
    this.#line.on('drain', () => this.#changed())
    this.#line.on('data', (chunk: Uint8Array) => {
      this.#inbox.push(...chunk)
      this.#changed()
    })
    this.#line.on('error', (error) => this.#lose(error.message))
    this.#line.on('end', () => this.#lose('the printer closed the connection'))
    this.#line.on('close', () => {
      signal?.removeEventListener('abort', this.#cancel)
      this.#lose('the connection closed')
    })
    if (signal?.aborted === true) this.#cancel()
    else signal?.addEventListener('abort', this.#cancel)
  }

  /** Why the connection is gone; null while it stands. */
  get lost(): string | null {
    return this.#lost
  }

  /** What the printer said since `forget`. */
  get inbox(): readonly number[] {
    return this.#inbox
  }

  forget(): void {
    this.#inbox = []
  }

  connected(ms: number): Promise<Waited> {
    return this.until(() => !this.#line.pending && !this.#line.destroyed, ms)
  }

  /** Writes as fast as the printer takes it; `timeout` = it took nothing for that long. */
  async write(bytes: Uint8Array, stallMs: number): Promise<Waited> {
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
      if (this.#lost !== null) return 'lost'
      this.#line.write(bytes.subarray(at, at + CHUNK_BYTES))
      const drained = await this.until(() => !this.#line.writableNeedDrain, stallMs)
      if (drained !== 'done') return drained
    }
    return this.#lost === null ? 'done' : 'lost'
  }

  /** Waits for something that data, a drain or a loss can change. */
  until(reached: () => boolean, ms: number): Promise<Waited> {
    return new Promise((resolve) => {
      const settle = (waited: Waited): void => {
        clearTimeout(timer)
        this.#checks.delete(check)
        resolve(waited)
      }
      const check = (): void => {
        // An answer that arrived just before the connection broke still counts.
        if (reached()) settle('done')
        else if (this.#lost !== null) settle('lost')
      }
      const timer = setTimeout(() => settle('timeout'), ms)
      this.#checks.add(check)
      check()
    })
  }

  /**
   * Half-closes and waits a little for the printer to hang up too. Never `destroy` here: with unread answers
   * in the socket that is a reset, and a printer drops what it had not yet printed (M7). [PRINT11]
   */
  async finish(closeMs: number): Promise<void> {
    this.#finishing = true
    this.#line.end()
    if (this.#line.closed) return
    await this.until(() => this.#line.closed, closeMs)
    if (this.#line.closed) return
    const linger = setTimeout(() => this.#line.destroy(), LINGER_MS)
    linger.unref()
    this.#line.unref()
    this.#line.once('close', () => clearTimeout(linger))
  }

  /** Breaks the connection: what the printer has not taken is never printed. */
  abandon(): void {
    this.#line.destroy()
  }

  readonly #cancel = (): void => {
    this.#lose('cancelled')
    this.#line.destroy()
  }

  #lose(why: string): void {
    if (!this.#finishing) this.#lost ??= why
    this.#changed()
  }

  #changed(): void {
    for (const check of this.#checks) check()
  }
}
