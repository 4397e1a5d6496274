import type { ByteLine } from './byte-line.ts'

/** How a wait ended. */
export type Waited = 'done' | 'timeout' | 'lost'

/** Small enough to notice a printer that stopped reading, large enough not to matter. */
const CHUNK_BYTES = 4096

/** A connection to a printer: one line, what came back, and waits that always end. */
export class PrinterLink {
  readonly #line: ByteLine
  readonly #checks = new Set<() => void>()
  #inbox: number[] = []
  #lost: string | null = null
  #finishing = false

  constructor(line: ByteLine, signal?: AbortSignal) {
    this.#line = line
    const changed = (): void => this.#changed()
    this.#line.listen({
      changed,
      heard: (bytes) => {
        this.#inbox.push(...bytes)
        this.#changed()
      },
      lost: (why) => {
        if (this.#line.isClosed) signal?.removeEventListener('abort', this.#cancel)
        this.#lose(why)
      },
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
    return this.until(() => this.#line.isOpen, ms)
  }

  /** Writes as fast as the printer takes it; `timeout` = it took nothing for that long. */
  async write(bytes: Uint8Array, stallMs: number): Promise<Waited> {
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
      if (this.#lost !== null) return 'lost'
      this.#line.write(bytes.subarray(at, at + CHUNK_BYTES))
      const drained = await this.until(() => !this.#line.isFull, stallMs)
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
    if (this.#line.isClosed) return
    await this.until(() => this.#line.isClosed, closeMs)
    if (!this.#line.isClosed) this.#line.leave()
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
