import { constants } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { Duplex } from 'node:stream'

/** How long to leave a printer that takes, or says, nothing right now. */
const REST_MS = 20

/** `DLE EOT 1`, which prints nothing. */
const LAST = Buffer.of(0x10, 0x04, 0x01)

/** The file a printer is written to, and the one it answers in: of a USB printer, the same. */
interface Paths {
  readonly out: string
  readonly back: string
}

type Done = (error?: Error | null) => void

/**
 * A printer on USB, by the file that Linux has for it. Never blocked: a printer that is full or off says so, and is
 * asked again, so that no thread of the server hangs on it; whoever waits gives up by itself. [PRINT22]
 */
export class UsbFile extends Duplex {
  readonly #paths: Paths
  #out: FileHandle | null = null
  #back: FileHandle | null = null
  #timers = new Set<NodeJS.Timeout>()
  #holds = true

  constructor(path: string, back = path) {
    super({ highWaterMark: 4096 })
    this.#paths = { out: path, back }
  }

  /** Not open yet. */
  get pending(): boolean {
    return this.#back === null
  }

  /** Nothing here keeps a program alive but a rest. */
  unref(): void {
    this.#holds = false
    for (const timer of this.#timers) timer.unref()
  }

  override _construct(done: Done): void {
    void callingBack(this.#open(), (error) => {
      done(error)
      if (error === undefined) this.emit('ready')
    })
  }

  override _write(chunk: Buffer, _encoding: string, done: Done): void {
    void callingBack(this.#writeOn(chunk), done)
  }

  override _read(size: number): void {
    this.#readOn(size).then(
      (chunk) => this.push(chunk),
      // Many printers cannot answer, and their file cannot be read: that one says nothing, and prints as well.
      (error: unknown) => (isGone(error) ? this.destroy(asError(error)) : undefined),
    )
  }

  override _final(done: Done): void {
    // What was written last is on its way until the next is taken, and closing the file would end that.
    void callingBack(this.#writeOn(LAST), (error) => {
      // It never says that it has no more to say.
      this.push(null)
      done(error)
    })
  }

  override _destroy(error: Error | null, done: Done): void {
    for (const timer of this.#timers) clearTimeout(timer)
    void callingBack(this.#close(), (closing) => done(error ?? closing))
  }

  async #close(): Promise<void> {
    for (const file of new Set([this.#out, this.#back])) await file?.close()
  }

  async #open(): Promise<void> {
    const { out, back } = this.#paths
    const way = out === back ? constants.O_RDWR : constants.O_WRONLY
    this.#out = await open(out, way | constants.O_NONBLOCK | constants.O_NOCTTY)
    this.#back = out === back ? this.#out : await open(back, constants.O_RDONLY | constants.O_NONBLOCK)
  }

  async #writeOn(chunk: Buffer): Promise<void> {
    for (let at = 0; at < chunk.length && !this.destroyed;) {
      const written = await this.#out?.write(chunk, at).catch(nothingIfBusy)
      if (written === undefined) await this.#rest()
      else at += written.bytesWritten
    }
  }

  /** Waits for what the printer says; null once nobody listens any more. */
  async #readOn(size: number): Promise<Buffer | null> {
    const chunk = Buffer.alloc(size)
    while (!this.destroyed && !this.writableEnded) {
      const read = await this.#back?.read(chunk, 0, size).catch(nothingIfBusy)
      if (read !== undefined && read.bytesRead > 0) return chunk.subarray(0, read.bytesRead)
      await this.#rest()
    }
    return null
  }

  #rest(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#timers.delete(timer)
        resolve()
      }, REST_MS)
      this.#timers.add(timer)
      if (!this.#holds) timer.unref()
    })
  }
}

/** `EAGAIN`: not now. */
function nothingIfBusy(error: unknown): undefined {
  if (codeOf(error) === 'EAGAIN') return
  throw error
}

/** Pulled out. */
function isGone(error: unknown): boolean {
  return ['ENODEV', 'ENXIO', 'EIO'].includes(codeOf(error))
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** As a stream wants to hear of it. */
async function callingBack(work: Promise<void>, done: (error?: Error) => void): Promise<void> {
  const failed = await work.then(nothing, asError)
  done(failed)
}

function nothing(): undefined {}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
