import { isStopped, type Faults } from './faults.ts'
import { DLE } from './commands.ts'
import type { Query } from './printed.ts'

const EOT = 0x04

/** Bits every `DLE EOT` answer has: 1 and 4 set, 0 and 7 clear. */
const ANSWER = 0x12
const OFFLINE = 0x08
const COVER_OPEN = 0x04
const STOPPED_AT_PAPER_END = 0x20
const PAPER_END = 0x60

/** The answer to `DLE EOT n`; null for an n that asks nothing we know. */
export function statusByte(n: number, faults: Faults): number | null {
  switch (n) {
    case 1:
      return ANSWER | (isStopped(faults) ? OFFLINE : 0)
    case 2:
      return ANSWER | (faults.coverOpen ? COVER_OPEN : 0) | (faults.paperOut ? STOPPED_AT_PAPER_END : 0)
    case 3:
      return ANSWER
    case 4:
      return ANSWER | (faults.paperOut ? PAPER_END : 0)
    default:
      return null
  }
}

/** The answer to a question that waited its turn: `GS r` sends a byte, `GS ( H` gives the id back. */
export function answerTo(query: Query): Uint8Array {
  if (query.kind === 'sensor') return Uint8Array.of(0)
  return Uint8Array.of(0x37, 0x22, ...query.id, 0)
}

/**
 * Finds `DLE EOT n` in bytes as they arrive. A printer answers these at once, even with its buffer full,
 * even when they stand inside a picture. [PRINT14]
 */
export class RealTimeScanner {
  #before: readonly [number, number] = [0, 0]

  /** The n of every question that ends in this chunk. */
  scan(chunk: Uint8Array): readonly number[] {
    const asked: number[] = []
    for (const byte of chunk) {
      const [first, second] = this.#before
      if (first === DLE && second === EOT) asked.push(byte)
      this.#before = [second, byte]
    }
    return asked
  }
}
