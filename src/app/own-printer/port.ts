export const PORT_KINDS = ['usb', 'serial', 'bluetooth'] as const
/** How a printer hangs on a device, where the browser can reach it. */
export type PortKind = (typeof PORT_KINDS)[number]

/** What a port tells whoever opened it. */
export interface PortListener {
  heard(bytes: Uint8Array): void
  /** It was pulled out, switched off, or went out of reach. */
  lost(why: string): void
}

/** A printer that a person let this browser use. [PRINT24] */
export interface PrinterPort {
  /** What its maker calls it; empty: it does not say. */
  readonly name: string
  /** By which it is found again. */
  readonly mark: string
  /** Rejects when it cannot be used. */
  open(listener: PortListener): Promise<void>
  /** Resolves once the printer has all of it, rejects when it has not. */
  write(bytes: Uint8Array): Promise<void>
  close(): Promise<void>
}

/** What a person knows of a serial port; of no meaning to the others. */
export interface PortSetup {
  readonly baudRate: number
}

/** One of the browser's ways to a printer. */
export interface PortMaker {
  /** Has the browser ask a person for one: only in answer to a tap. Null: they chose none. */
  choose(setup: PortSetup): Promise<PrinterPort | null>
  /** The one that was chosen before. Null: it is not there, or the browser wants a person to say so again. */
  again(mark: string, setup: PortSetup): Promise<PrinterPort | null>
}

/** Chosen none: browsers say so with an error. */
export function nothingIfNoneChosen(error: unknown): null {
  if (error instanceof DOMException && error.name === 'NotFoundError') return null
  throw error
}

export function whyOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
