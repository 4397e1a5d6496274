import type { SpoolLog } from './ports.ts'

/** How long to rest after something failed in this program, in milliseconds: trying again at once would spin. */
export const REST_MS = 5_000

/** Looks again and again, one look at a time: two would make one ticket twice. */
export interface Looking {
  /** Looks now, or once more after the look that is on. */
  kick(): void
  stop(): Promise<void>
}

/** `look` says how long there is nothing to do then, in milliseconds. */
export function createLooking(look: () => Promise<number>, log: SpoolLog): Looking {
  let timer: Timer | null = null
  let running: Promise<void> | null = null
  let again = false
  let stopped = false

  function kick(): void {
    again = true
    running ??= lookUntilStill().finally(() => {
      running = null
      if (again && !stopped) kick()
    })
  }

  async function lookUntilStill(): Promise<void> {
    while (again && !stopped) {
      again = false
      const waitMs = await look().catch((error: unknown) => {
        log.error({ err: error }, 'print queue failed')
        return REST_MS
      })
      if (timer !== null) clearTimeout(timer)
      timer = Number.isFinite(waitMs) && !stopped ? setTimeout(kick, waitMs) : null
    }
  }

  return {
    kick,
    async stop() {
      stopped = true
      if (timer !== null) clearTimeout(timer)
      await running
    },
  }
}
