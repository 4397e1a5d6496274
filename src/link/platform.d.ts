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
    readonly body: string
    readonly signal: AbortSignal
  },
): Promise<{ readonly ok: boolean; readonly status: number; json(): Promise<unknown> }>
