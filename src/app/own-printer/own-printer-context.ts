import { createContext, useContext, useSyncExternalStore } from 'react'
import type { OwnPrinter, OwnPrinterState } from './own-printer.ts'

export const OwnPrinterContext = createContext<OwnPrinter | null>(null)

/** The printer of this device, and how it stands now. */
export function useOwnPrinter(): { readonly printer: OwnPrinter; readonly state: OwnPrinterState } {
  const printer = useContext(OwnPrinterContext)
  if (printer === null) throw new Error('assertion failed: useOwnPrinter outside its context')
  return { printer, state: useSyncExternalStore(printer.follow, printer.state) }
}
