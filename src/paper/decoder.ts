import { characterOf, UNDEFINED_CHARACTER } from './code-pages.ts'
import { commandLength, DLE, ESC, FS, GS } from './commands.ts'
import { obey } from './obey.ts'
import { Carriage } from './carriage.ts'
import type { Printed } from './printed.ts'

const NUL = 0x00
const TAB = 0x09
const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d
const CANCEL = 0x18

/** What is skipped when a command is not known: as long as the shortest command. */
const UNKNOWN_BYTES = 2

/**
 * Reads ESC/POS bytes as they come, in pieces of any size, and says what a printer would have done. It keeps
 * its state between jobs, as a printer does: half a command swallows the start of the next job. [PRINT12]
 * [PRINT13]
 */
export class Decoder {
  readonly #carriage: Carriage
  #waiting: Uint8Array = new Uint8Array(0)

  constructor(columns: number) {
    this.#carriage = new Carriage(columns)
  }

  /** Bytes of a command that has not ended yet. */
  get waiting(): number {
    return this.#waiting.length
  }

  push(chunk: Uint8Array): readonly Printed[] {
    const bytes = concat(this.#waiting, chunk)
    let at = 0
    while (at < bytes.length) {
      const read = this.#read(bytes, at)
      if (read === 0) break
      at += read
    }
    this.#waiting = bytes.slice(at)
    return this.#carriage.drain()
  }

  /** Obeys what starts at `at`; how many bytes that took, 0 = it is not complete. */
  #read(bytes: Uint8Array, at: number): number {
    const byte = bytes[at] ?? NUL
    if (byte === ESC || byte === GS || byte === FS || byte === DLE) return this.#command(bytes, at)
    this.#single(byte)
    return 1
  }

  #command(bytes: Uint8Array, at: number): number {
    const length = commandLength(bytes, at)
    if (length === 'incomplete') return 0
    if (length === 'unknown') {
      const skipped = bytes.subarray(at, at + UNKNOWN_BYTES)
      this.#carriage.note({ type: 'unknown', bytes: [...skipped] })
      return skipped.length
    }
    obey(bytes.slice(at, at + length), this.#carriage)
    return length
  }

  #single(byte: number): void {
    const carriage = this.#carriage
    if (byte >= 0x20) {
      const character = characterOf(byte, carriage.page)
      if (character === UNDEFINED_CHARACTER) {
        carriage.problem('undefined_character', `byte ${byte} on page ${carriage.page}`)
      }
      carriage.type(character)
    } else if (byte === LINE_FEED) carriage.feedLine()
    else if (byte === TAB) carriage.tab()
    else if (byte === CANCEL) carriage.cancelLine()
    else if (byte !== CARRIAGE_RETURN && byte !== NUL) carriage.note({ type: 'unknown', bytes: [byte] })
  }
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}
