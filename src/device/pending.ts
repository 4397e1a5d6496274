import type { Ask } from './messages.ts'

/** Asks that have no answer yet. */
export interface Pending {
  /** Remembers an ask; the promise settles with its answer. */
  add(ask: Ask, send: (id: number, ask: Ask) => void): Promise<unknown>
  answer(id: number, result: unknown): void
  fail(id: number, message: string): void
  each(visit: (id: number, ask: Ask) => void): void
}

interface One {
  readonly ask: Ask
  readonly resolve: (result: unknown) => void
  readonly reject: (error: Error) => void
}

export function createPending(): Pending {
  const open = new Map<number, One>()
  let lastId = 0

  function take(id: number): One | undefined {
    const one = open.get(id)
    open.delete(id)
    return one
  }

  return {
    add: (ask, send) =>
      new Promise((resolve, reject) => {
        lastId += 1
        open.set(lastId, { ask, resolve, reject })
        send(lastId, ask)
      }),
    answer: (id, result) => take(id)?.resolve(result),
    fail: (id, message) => take(id)?.reject(new Error(message)),
    each(visit) {
      for (const [id, { ask }] of open) visit(id, ask)
    },
  }
}
