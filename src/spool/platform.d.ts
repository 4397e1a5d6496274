/** What this layer may touch of its platform: the little that a browser's worker and Node have in common. */
interface Timer {
  readonly timer: unique symbol
}
declare function setTimeout(act: () => void, delayMs: number): Timer
declare function clearTimeout(timer: Timer): void

interface AbortSignal {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void): void
  removeEventListener(type: 'abort', listener: () => void): void
}
interface AbortController {
  readonly signal: AbortSignal
  abort(): void
}
declare const AbortController: { new (): AbortController }
