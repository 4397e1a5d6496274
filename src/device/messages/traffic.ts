import type { Ask, DeviceStatus, TicketChange } from '#device/messages.ts'
import type { LineNews, LineOrder } from './printer-lines.ts'

/** Screen to worker. */
export type ToWorker =
  | { readonly kind: 'hello'; readonly persisted: boolean | null }
  | { readonly kind: 'ask'; readonly id: number; readonly ask: Ask }
  | { readonly kind: 'line'; readonly line: number; readonly news: LineNews }

/** What a change touched; a screen asks again for the queries that show it. */
export type Topic =
  | 'orders'
  | 'scarce'
  | 'shifts'
  | 'kitchen'
  | 'menu'
  | 'stock'
  | 'floor'
  | 'people'
  | 'store'
  | 'printing'
  | 'status'

/** A moment a person should notice. */
export interface Notice {
  readonly kind: 'item_ready'
  readonly orderId: string
  readonly orderNumber: string
  readonly tableName: string | null
  readonly itemNames: readonly string[]
  /** The user who sent the items. */
  readonly sentBy: string
}

/** Worker to screen. */
export type FromWorker =
  | { readonly kind: 'answer'; readonly id: number; readonly result: unknown }
  | { readonly kind: 'crash'; readonly id: number; readonly message: string }
  | { readonly kind: 'changed'; readonly topics: readonly Topic[] }
  /** What is new on a kitchen's screen, at once: nobody needs to ask. */
  | { readonly kind: 'tickets'; readonly stationId: string | null; readonly change: TicketChange }
  | { readonly kind: 'status'; readonly status: DeviceStatus }
  | { readonly kind: 'notice'; readonly notice: Notice }
  /** For this device's own printer: to the page of the tab that owns the database, and to no other. */
  | { readonly kind: 'line'; readonly line: number; readonly order: LineOrder }
