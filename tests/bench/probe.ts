import type { Ask } from '#device/messages.ts'
import type { FromWorker, ToWorker } from '#device/messages/traffic.ts'

/** What a measured page can do besides being itself. Times are milliseconds since 1970, with fractions. */
export interface Probe {
  /** Asks the page's own worker, as its screens do. */
  ask(ask: Ask): Promise<unknown>
  /** When the last tap happened, by the clock of the input event. */
  tappedAt: number
  /** Begins to look for `selector`; `painted` tells when it was on the screen. */
  expect(selector: string): void
  painted(): Promise<number>
}

declare global {
  var bench: Probe
}

/** Runs in the page before anything of it does: sees its worker, its taps and its paints. */
export function installProbe(): void {
  const FIRST_ID = 1_000_000_000
  const waiting = new Map<number, (message: FromWorker) => void>()
  let worker: Worker | null = null
  let lastId = FIRST_ID
  let painted: Promise<number> = Promise.resolve(0)

  const clock = (sinceStart: number): number => performance.timeOrigin + sinceStart

  window.Worker = new Proxy(window.Worker, {
    construct(native, [url, options]: [string | URL, WorkerOptions | undefined]) {
      const made = new native(url, options)
      made.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
        if (data.kind === 'answer' || data.kind === 'crash') waiting.get(data.id)?.(data)
      })
      worker = made
      return made
    },
  })

  /** A frame that has the thing in it is drawn before the next message is delivered. */
  function afterPaint(tell: (at: number) => void): void {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', () => tell(clock(performance.now())), { once: true })
      port1.start()
      port2.postMessage(null)
    })
  }

  const probe: Probe = {
    tappedAt: 0,
    ask: (ask) =>
      new Promise((resolve, reject) => {
        lastId += 1
        const message: ToWorker = { kind: 'ask', id: lastId, ask }
        waiting.set(message.id, (answer) => {
          waiting.delete(message.id)
          if (answer.kind === 'answer') resolve(answer.result)
          else reject(new Error(answer.kind === 'crash' ? answer.message : answer.kind))
        })
        worker?.postMessage(message)
      }),
    expect(selector) {
      painted = new Promise((resolve, reject) => {
        if (document.querySelector(selector) !== null) {
          reject(new Error(`${selector} is there already`))
          return
        }
        const observer = new MutationObserver(() => {
          if (document.querySelector(selector) === null) return
          observer.disconnect()
          afterPaint(resolve)
        })
        observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
      })
      painted.catch(() => {})
    },
    painted: () => painted,
  }
  // The finger leaves the glass; of a mouse and of a finger alike.
  window.addEventListener('pointerup', (event) => (probe.tappedAt = clock(event.timeStamp)), true)
  globalThis.bench = probe
}
