import { isStopped, type Faults } from './faults.ts'

/** What a receipt printer's buffer holds before it closes the window. */
const BUFFER_BYTES = 4096

/** A head at full speed still stops between these, when paper ends in the middle of a job. */
const PIECE_BYTES = 256

/** How often a slow head takes its next bytes. */
const STEP_MS = 20

type Work =
  | { readonly bytes: Uint8Array; readonly print: (bytes: Uint8Array) => void }
  | { readonly done: () => void }

/**
 * The queue between the network and the print head: bytes wait here while the head is slow or stands still.
 */
export class Head {
  readonly #faults: () => Faults
  readonly #onPaperLeft: (bytes: number) => void
  readonly #work: Work[] = []
  #waiting = 0
  #timer: NodeJS.Timeout | null = null
  #whenRoom: (() => void)[] = []

  /** `onPaperLeft`: for how many bytes there is paper now, where it is about to end. */
  constructor(faults: () => Faults, onPaperLeft: (bytes: number) => void) {
    this.#faults = faults
    this.#onPaperLeft = onPaperLeft
  }

  get full(): boolean {
    return this.#waiting >= BUFFER_BYTES
  }

  /** Bytes to print in their turn. */
  feed(bytes: Uint8Array, print: (bytes: Uint8Array) => void): void {
    this.#work.push({ bytes, print })
    this.#waiting += bytes.length
    this.run()
  }

  /** Calls back once everything fed so far is on paper. */
  after(done: () => void): void {
    this.#work.push({ done })
    this.run()
  }

  /** Calls back once the buffer has room again. */
  whenRoom(resume: () => void): void {
    this.#whenRoom.push(resume)
  }

  /** Goes on after a fault was switched off; does nothing while the head may not move. */
  run(): void {
    while (this.#timer === null && this.#work.length > 0 && !isStopped(this.#faults())) this.#step()
    if (!this.full) for (const resume of this.#whenRoom.splice(0)) resume()
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    this.#work.length = 0
  }

  #step(): void {
    const next = this.#work.shift()
    if (next === undefined) return
    if ('done' in next) return next.done()
    const { bytesPerSecond: speed, paperEndsAfterBytes: left } = this.#faults()
    const most = speed === null ? PIECE_BYTES : Math.max(1, Math.round((speed * STEP_MS) / 1000))
    const count = left === null ? most : Math.min(most, left)
    const now = next.bytes.subarray(0, count)
    const later = next.bytes.subarray(count)
    if (later.length > 0) this.#work.unshift({ bytes: later, print: next.print })
    if (speed !== null) this.#timer = setTimeout(() => this.#next(), STEP_MS)
    this.#waiting -= now.length
    if (left !== null) this.#onPaperLeft(left - now.length)
    next.print(now)
  }

  #next(): void {
    this.#timer = null
    this.run()
  }
}
