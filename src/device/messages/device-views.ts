/** A till, phone, kitchen screen or server of the store, as far as is known here. */
export interface DeviceView {
  readonly id: string
  readonly name: string
  /** Begins its order numbers; empty: a server. */
  readonly letter: string
  readonly kind: 'device' | 'server'
  readonly active: boolean
  readonly isThis: boolean
  /** Ids it went on under after it was copied, by name and letter: they are revoked with it. */
  readonly renewals: readonly { readonly name: string; readonly letter: string }[]
  /** How many events of its log are here. */
  readonly here: number
  /** As the server last saw it; null: the server was not asked, or never saw it. */
  readonly last: DeviceSeen | null
}

export interface DeviceSeen {
  /** In milliseconds since 1970, by the server's clock. */
  readonly at: number
  readonly via: 'socket' | 'http'
  /** How many events it had then that the server lacks. */
  readonly lag: number
  /** Version of its program; empty: it did not say. */
  readonly app: string
  /** How far its clock is off, in milliseconds to be added; null: it did not say. */
  readonly offsetMs: number | null
  readonly usedBytes: number | null
  readonly quotaBytes: number | null
}

export interface DevicesView {
  /** False: the server does not answer; what stands here is what this device knows by itself. */
  readonly reached: boolean
  /** The server's time when it answered, or this device's. */
  readonly now: number
  /** Where a new device finds the till; null: where this one found it. */
  readonly origin: string | null
  /** What a new device opens first, to trust the store's own certificate; null: nothing. */
  readonly trust: string | null
  readonly devices: readonly DeviceView[]
}
