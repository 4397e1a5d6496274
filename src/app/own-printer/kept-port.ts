import { PORT_KINDS, type PortKind, type PortSetup } from './port.ts'

/** Which printer a person chose on this device, to find it again after a restart. */
export interface KeptPort extends PortSetup {
  readonly kind: PortKind
  readonly mark: string
}

const KEY = 'comanda.printer'

/**
 * Kept where the browser keeps its leave to use the printer, and lost with it: of no worth on any other device.
 */
export function readKept(storage: Storage): KeptPort | null {
  try {
    const kept: unknown = JSON.parse(storage.getItem(KEY) ?? 'null')
    return isKept(kept) ? kept : null
  } catch {
    return null
  }
}

export function writeKept(storage: Storage, kept: KeptPort | null): void {
  if (kept === null) storage.removeItem(KEY)
  else storage.setItem(KEY, JSON.stringify(kept))
}

function isKept(kept: unknown): kept is KeptPort {
  if (typeof kept !== 'object' || kept === null) return false
  const { kind, mark, baudRate } = kept as Partial<KeptPort>
  return PORT_KINDS.some((one) => one === kind) && typeof mark === 'string' && typeof baudRate === 'number'
}
