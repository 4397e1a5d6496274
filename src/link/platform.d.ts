/** What this layer may touch of its platform: the little that a browser's worker and Node have in common. */
interface Timer {
  readonly timer: unique symbol
}
declare function setTimeout(act: () => void, delayMs: number): Timer
declare function clearTimeout(timer: Timer): void

declare const performance: { now(): number }

interface AbortSignal {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void): void
}
declare const AbortSignal: { timeout(ms: number): AbortSignal }
interface AbortController {
  readonly signal: AbortSignal
  abort(): void
}
declare const AbortController: { new (): AbortController }

declare function fetch(
  url: string,
  init: {
    readonly method: string
    readonly headers: Readonly<Record<string, string>>
    readonly body: string | Uint8Array
    readonly signal: AbortSignal
  },
): Promise<{ readonly ok: boolean; readonly status: number; json(): Promise<unknown> }>

interface ByteStream {
  pipeThrough(through: CompressionStream | DecompressionStream): ByteStream
}
declare class Blob {
  constructor(parts: readonly (string | Uint8Array | ArrayBuffer)[])
  stream(): ByteStream
}
declare class CompressionStream {
  constructor(format: 'gzip')
  readonly packs: true
}
declare class DecompressionStream {
  constructor(format: 'gzip')
  readonly unpacks: true
}
declare class Response {
  constructor(body: ByteStream)
  arrayBuffer(): Promise<ArrayBuffer>
  json(): Promise<unknown>
}
