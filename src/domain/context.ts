import type { Table } from '#domain/floor/floor.ts'
import type { MenuItem } from '#domain/menu/menu.ts'
import type { Role } from '#domain/staff/permissions.ts'
import type { Settings, Tax } from '#domain/store/settings.ts'
import type { Bill } from '#domain/order/bill.ts'

/** Everything a decision may look at. Time, ids and facts come in; nothing is fetched. */
export interface Context {
  readonly actor: { readonly id: string; readonly role: Role }
  /** Corrected time in milliseconds since 1970. */
  readonly now: number
  readonly settings: Settings | null
  /** The order the command is about, if this device knows it. */
  readonly bill: Bill | null
  /** The menu item the command is about, with its taxes. */
  readonly menuItem: (MenuItem & { readonly id: string }) | null
  readonly taxes: readonly (Tax & { readonly id: string })[]
  readonly table: (Table & { readonly id: string }) | null
  /** The order now open on that table, if any. */
  readonly tableOrderId: string | null
  /** For a new order: this device's next order number. */
  readonly nextNumber: string
}
