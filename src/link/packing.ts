/**
 * Frames on their way: JSON as text, gzipped where that spares a line something. An order being sent goes as it is, with
 * what was typed just before it: packing would cost the tap more than it saves. [WIRE1]
 */

/** Below this many characters a frame goes as it is. */
export const PACKED_FROM_CHARS = 16_384

const ENVELOPE_CHARS = 420
const HEAD_CHARS = 110

interface Frame {
  readonly heads: object
  readonly events: readonly unknown[]
  /** In a reply, events of the past. */
  readonly history?: object
}

/** Whether a frame is large enough to be packed, without writing it first. */
export function isWorthPacking({ heads, events, history }: Frame): boolean {
  let chars = Object.keys(heads).length * HEAD_CHARS
  for (const event of history !== undefined && 'events' in history
    ? (history.events as typeof events)
    : events) {
    chars += ENVELOPE_CHARS + payloadChars(event)
    if (chars >= PACKED_FROM_CHARS) return true
  }
  return chars >= PACKED_FROM_CHARS
}

function payloadChars(event: unknown): number {
  const payload = typeof event === 'object' && event !== null && 'payload' in event ? event.payload : null
  return typeof payload === 'string' ? payload.length : 0
}

/** Browsers before 2023 cannot: they send and get everything as it is. */
export function canPack(): boolean {
  return 'CompressionStream' in globalThis && 'DecompressionStream' in globalThis
}

/** JSON in UTF-8, gzipped. */
export async function pack(frame: unknown): Promise<Uint8Array> {
  const packed = new Blob([JSON.stringify(frame)]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Uint8Array(await new Response(packed).arrayBuffer())
}

export async function unpack(bytes: Uint8Array | ArrayBuffer): Promise<unknown> {
  const text = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Response(text).json()
}
