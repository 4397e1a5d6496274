/** Command prefixes. */
export const DLE = 0x10
export const ESC = 0x1b
export const FS = 0x1c
export const GS = 0x1d

/** Bytes of a whole command; `incomplete`: wait for more; `unknown`: no printer manual we read has it. */
export type CommandLength = number | 'incomplete' | 'unknown'

/** How many argument bytes follow `ESC x`, for commands of fixed length. [PRINT13] */
const ESC_ARGUMENTS = table(
  '@0 !1 $2 \\2 -1 20 31 41 E1 G1 J1 M1 R1 S0 L0 T1 V1 W8 ' +
    'a1 c2 d1 e1 i0 m0 p3 r1 t1 u1 v0 {1 =1 B2 %1 ?1 K1 U1',
  [[0x20, 1]],
)

const GS_ARGUMENTS = table('!1 $2 B1 E1 H1 I1 L2 P2 W2 \\2 a1 b1 f1 h1 r1 w1 g2')

const FS_ARGUMENTS = table('&0 .0 !1 -1 C1 S2 W1 p2')

/** `GS V m` forms that also say how far to feed. */
const CUT_WITH_FEED: ReadonlySet<number> = new Set([65, 66, 97, 98, 103, 104])

/** `DLE EOT n` forms with one more byte. */
const STATUS_WITH_ARGUMENT: ReadonlySet<number> = new Set([7, 8, 18])

/** Argument bytes of `DLE DC4 fn`, the function number included. */
const REAL_TIME_ARGUMENTS: ReadonlyMap<number, number> = new Map([
  [1, 3],
  [2, 3],
  [7, 2],
  [8, 8],
])

/** Length of the command that starts at `at`. */
export function commandLength(bytes: Uint8Array, at: number): CommandLength {
  const prefix = bytes[at]
  const name = bytes[at + 1]
  if (name === undefined) return 'incomplete'
  const length = lengthOf(prefix, name, bytes.subarray(at))
  if (typeof length !== 'number') return length
  return at + length <= bytes.length ? length : 'incomplete'
}

function lengthOf(prefix: number | undefined, name: number, command: Uint8Array): CommandLength {
  switch (prefix) {
    case ESC:
      return escLength(name, command)
    case GS:
      return gsLength(name, command)
    case FS:
      return name === 0x28 ? blockLength(command) : fixed(FS_ARGUMENTS, name)
    case DLE:
      return dleLength(name, command[2])
    default:
      return 'unknown'
  }
}

function escLength(name: number, command: Uint8Array): CommandLength {
  if (name === 0x44) return untilNul(command, 2) // ESC D: tab stops
  if (name !== 0x2a) return fixed(ESC_ARGUMENTS, name)
  const [, , mode, low, high] = command // ESC *: column image
  if (mode === undefined || low === undefined || high === undefined) return 'incomplete'
  return 5 + (low + high * 256) * (mode >= 32 ? 3 : 1)
}

function gsLength(name: number, command: Uint8Array): CommandLength {
  const third = command[2]
  switch (name) {
    case 0x56: // GS V: cut
      return third === undefined ? 'incomplete' : CUT_WITH_FEED.has(third) ? 4 : 3
    case 0x76: // GS v 0: raster
      return rasterLength(command)
    case 0x6b: // GS k: barcode
      return barcodeLength(command)
    case 0x28: // GS (: block
      return blockLength(command)
    case 0x38: // GS 8 L: long block
      return longBlockLength(command)
    default:
      return fixed(GS_ARGUMENTS, name)
  }
}

function dleLength(name: number, fn: number | undefined): CommandLength {
  if (name !== 0x04 && name !== 0x05 && name !== 0x14) return 'unknown'
  if (fn === undefined) return 'incomplete'
  if (name === 0x04) return STATUS_WITH_ARGUMENT.has(fn) ? 4 : 3
  if (name === 0x05) return 3
  const count = REAL_TIME_ARGUMENTS.get(fn)
  return count === undefined ? 'unknown' : 2 + count
}

function rasterLength(command: Uint8Array): CommandLength {
  const [, , zero, , xl, xh, yl, yh] = command
  if (zero !== undefined && zero !== 0x30) return 'unknown'
  if (xl === undefined || xh === undefined || yl === undefined || yh === undefined) return 'incomplete'
  return 8 + (xl + xh * 256) * (yl + yh * 256)
}

function barcodeLength(command: Uint8Array): CommandLength {
  const [, , symbology, count] = command
  if (symbology === undefined) return 'incomplete'
  if (symbology <= 6) return untilNul(command, 3)
  return count === undefined ? 'incomplete' : 4 + count
}

function blockLength(command: Uint8Array): CommandLength {
  const [, , , low, high] = command
  return low === undefined || high === undefined ? 'incomplete' : 5 + low + high * 256
}

function longBlockLength(command: Uint8Array): CommandLength {
  if (command.length < 7) return 'incomplete'
  return 7 + new DataView(command.buffer, command.byteOffset).getUint32(3, true)
}

function untilNul(command: Uint8Array, from: number): CommandLength {
  const end = command.indexOf(0, from)
  return end < 0 ? 'incomplete' : end + 1
}

function fixed(counts: ReadonlyMap<number, number>, name: number): CommandLength {
  const count = counts.get(name)
  return count === undefined ? 'unknown' : 2 + count
}

/** "a1 d1" → letter to number of argument bytes. */
function table(
  entries: string,
  more: readonly (readonly [number, number])[] = [],
): ReadonlyMap<number, number> {
  const read = entries.split(' ').map((entry) => [entry.charCodeAt(0), Number(entry.slice(1))] as const)
  return new Map([...read, ...more])
}
