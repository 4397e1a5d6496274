/** Longest time an action waits for this device's own log, while the server is sending it. */
const PATIENCE_MS = 2_000

/**
 * A device that is behind its own log (its data was restored from an old copy) takes it before it writes: what it wrote
 * first would be a fork. It waits only while the server is there and sending; offline nothing ever waits. [FORK5]
 */
export interface OwnLog {
  /** Resolves at once unless this device knows itself to be behind. */
  caughtUp(): Promise<void>
  /** Something came in. */
  check(): void
}

export function createOwnLog(isBehind: () => boolean): OwnLog {
  let waiting: (() => void)[] = []

  function check(): void {
    if (isBehind()) return
    for (const go of waiting) go()
    waiting = []
  }

  return {
    check,
    async caughtUp() {
      if (!isBehind()) return
      await new Promise<void>((resolve) => {
        waiting.push(resolve)
        setTimeout(resolve, PATIENCE_MS)
      })
    },
  }
}
