import type { SyncDriver, SyncDriverOptions } from '#link/driver.ts'
import { startLateDriver } from '#device/late-driver.ts'
import { createPrintDesk, type PrintDesk } from './desk.ts'
import type { OwnQueue } from './own-queue.ts'
import { queueApi } from './queue-api.ts'

/** The line to the server, and what comes over it beside events: word of the print queue. They stop together. */
export function startLine(
  options: Omit<SyncDriverOptions, 'onPrinting' | 'onLink'>,
  own: OwnQueue,
  { onStatus, onPrinting = () => {} }: { readonly onStatus: () => void; readonly onPrinting?: () => void },
): { readonly sync: SyncDriver; readonly printing: PrintDesk } {
  const { origin, token } = options
  const driver = startLateDriver({
    ...options,
    onLink() {
      onStatus()
      printing.look()
    },
    onPrinting: () => printing.look(),
  })
  const printing = createPrintDesk({
    api: queueApi(origin, token),
    own,
    isReachable: () => driver.link() !== 'offline' && !driver.unknownToServer(),
    onChanged: onPrinting,
  })
  // What waits for this device's own printer is known without a line.
  printing.look()
  const stop = (): void => {
    printing.stop()
    own.stop()
    driver.stop()
  }
  const committed: SyncDriver['committed'] = (events) => {
    driver.committed(events)
    own.kick()
  }
  return { sync: { ...driver, committed, stop }, printing }
}
