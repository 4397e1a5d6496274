import { createAppointment } from '#link/appointment.ts'
import type { SyncDriver, SyncDriverOptions } from '#link/driver.ts'
import { POLL_MS } from '#sync/urgency.ts'

/** The line to the server. Its program is read once the device stands: nobody waits for a line to begin to work. */
export function startLateDriver(options: SyncDriverOptions): SyncDriver {
  let driver: SyncDriver | null = null
  let stopped = false
  const reading = createAppointment(() => {
    import('#link/driver.ts').then(
      ({ startSyncDriver }) => {
        if (!stopped) driver = startSyncDriver(options)
      },
      // The network failed before this was ever kept here. Until it is read there is no line, and the screens say so.
      () => reading.within(POLL_MS),
    )
  })
  reading.within(0)
  return {
    committed(events) {
      if (driver !== null) driver.committed(events)
      else if (events.length > 0) options.client.committed(events)
    },
    // A line begins with all there is to say.
    soon: (delayMs) => driver?.soon(delayMs),
    link: () => driver?.link() ?? 'offline',
    unknownToServer: () => driver?.unknownToServer() ?? false,
    stop() {
      stopped = true
      reading.cancel()
      driver?.stop()
    },
  }
}
