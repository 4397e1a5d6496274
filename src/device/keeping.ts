import type { Keeping } from './room.ts'
import { createAppointment } from '#link/appointment.ts'

/** How often it is asked how much room is left; and after every refusal. */
const MEASURE_MS = 30_000

/** What the browser says about keeping this device's data, asked now and then. */
export interface KeepingWatch {
  now(): Keeping
  /** The browser's answer to "keep this data", where there is one. */
  promised(persisted: boolean | null): void
  measureSoon(): void
}

export function watchKeeping(onChange: () => void, onError: (error: unknown) => void): KeepingWatch {
  let keeping: Keeping = { persisted: null, usedBytes: null, quotaBytes: null }

  async function measure(): Promise<void> {
    const { usage, quota } = await navigator.storage.estimate()
    keeping = { ...keeping, usedBytes: usage ?? null, quotaBytes: quota ?? null }
    measuring.within(MEASURE_MS)
    onChange()
  }

  const measuring = createAppointment(() => void measure().catch(onError))

  return {
    now: () => keeping,
    promised(persisted) {
      keeping = { ...keeping, persisted: persisted ?? keeping.persisted }
      measuring.within(0)
    },
    measureSoon: () => measuring.within(0),
  }
}
