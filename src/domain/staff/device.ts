/** A paired till, waiter's phone or kitchen screen, or the server itself. */
export interface Device {
  readonly name: string
  /** Starts this device's order numbers; unique among the store's devices. */
  readonly letter: string
  readonly kind: 'device' | 'server'
  readonly pairedAt: number
  readonly active: boolean
  /** The id it had before its log forked; empty once it was paired anew. */
  readonly was?: string
}
