/** Since when which printer takes nothing. Known only while the program runs: after a start each is tried anew. */
export interface PrinterHealth {
  failed(printerId: string): void
  worked(printerId: string): void
  /** Null: it prints, as far as anybody knows. */
  downMs(printerId: string): number | null
}

export function createHealth(now: () => number): PrinterHealth {
  const since = new Map<string, number>()
  return {
    failed(printerId) {
      if (!since.has(printerId)) since.set(printerId, now())
    },
    worked: (printerId) => void since.delete(printerId),
    downMs(printerId) {
      const at = since.get(printerId)
      return at === undefined ? null : now() - at
    },
  }
}
