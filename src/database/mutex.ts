/** Lends one thing to one holder at a time, first come first served. */
export interface Mutex {
  lock(): Promise<void>
  unlock(): void
}

export function createMutex(): Mutex {
  const queue: (() => void)[] = []
  let held = false
  return {
    lock() {
      if (!held) {
        held = true
        return Promise.resolve()
      }
      return new Promise((resolve) => queue.push(resolve))
    },
    unlock() {
      const next = queue.shift()
      if (next === undefined) held = false
      else next()
    },
  }
}
