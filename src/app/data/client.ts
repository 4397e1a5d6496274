import type { ActionName, Actions, Ask, Queries, QueryName } from '#device/messages.ts'
import type { LineNews } from '#device/messages/printer-lines.ts'
import type { FromWorker, ToWorker } from '#device/messages/traffic.ts'
import { failedStatus } from './starting.ts'

type Listener = (message: Exclude<FromWorker, { kind: 'answer' } | { kind: 'crash' }>) => void

/** The screens' end of the line to the device's worker. */
export interface Client {
  query<Q extends QueryName>(name: Q, params: Queries[Q]['params']): Promise<Queries[Q]['result']>
  act<A extends ActionName>(name: A, params: Actions[A]['params']): Promise<Actions[A]['result']>
  /** Tells the worker how it goes with this device's printer. */
  line(line: number, news: LineNews): void
  /** Calls `listener` for every change, status and notice until the returned function is called. */
  listen(listener: Listener): () => void
}

interface Waiting {
  readonly resolve: (result: unknown) => void
  readonly reject: (error: Error) => void
}

/** Wraps the worker's messages in promises. `worker` is handed in so that a page decides which one it talks to. */
export function createClient(worker: Worker): Client {
  const waiting = new Map<number, Waiting>()
  const listeners = new Set<Listener>()
  let lastId = 0
  let spoken = false
  let problem: string | null = null

  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    spoken = true
    if (data.kind === 'answer') settle(data.id, (one) => one.resolve(data.result))
    else if (data.kind === 'crash') settle(data.id, (one) => one.reject(new Error(data.message)))
    else tell(data)
  })

  // A worker that has spoken lives on after a slip in the background. One that has not never will: it did not load, or
  // this browser lacks what its first lines need.
  worker.addEventListener('error', (event) => {
    if (spoken) return
    problem = event instanceof ErrorEvent ? 'storage_unavailable' : 'device_failed'
    tell({ kind: 'status', status: failedStatus(problem) })
    const error = new Error(problem)
    for (const id of waiting.keys()) settle(id, (one) => one.reject(error))
  })

  function tell(message: Parameters<Listener>[0]): void {
    for (const listener of listeners) listener(message)
  }

  function settle(id: number, finish: (one: Waiting) => void): void {
    const one = waiting.get(id)
    waiting.delete(id)
    if (one !== undefined) finish(one)
  }

  function send(ask: Ask): Promise<unknown> {
    if (problem !== null) return Promise.reject(new Error(problem))
    lastId += 1
    const message: ToWorker = { kind: 'ask', id: lastId, ask }
    const promise = new Promise<unknown>((resolve, reject) => waiting.set(message.id, { resolve, reject }))
    worker.postMessage(message)
    return promise
  }

  return {
    query: (name, params) => send({ kind: 'query', name, params } as Ask) as Promise<never>,
    act: (name, params) => send({ kind: 'action', name, params } as Ask) as Promise<never>,
    line(line, news) {
      const message: ToWorker = { kind: 'line', line, news }
      worker.postMessage(message)
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
