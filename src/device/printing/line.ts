import { startSyncDriver, type SyncDriver, type SyncDriverOptions } from '#link/driver.ts'
import { createPrintDesk, type PrintDesk } from './desk.ts'
import { queueApi } from './queue-api.ts'

/** The line to the server, and what comes over it beside events: word of the print queue. They stop together. */
export function startLine(
  options: Omit<SyncDriverOptions, 'onPrinting' | 'onLink'>,
  { onStatus, onPrinting = () => {} }: { readonly onStatus: () => void; readonly onPrinting?: () => void },
): { readonly sync: SyncDriver; readonly printing: PrintDesk } {
  const { origin, token } = options
  const driver = startSyncDriver({
    ...options,
    onLink() {
      onStatus()
      printing.look()
    },
    onPrinting: () => printing.look(),
  })
  const printing = createPrintDesk({
    api: queueApi(origin, token),
    isReachable: () => driver.link() !== 'offline' && !driver.unknownToServer(),
    onChanged: onPrinting,
  })
  const stop = (): void => {
    printing.stop()
    driver.stop()
  }
  return { sync: { ...driver, stop }, printing }
}
