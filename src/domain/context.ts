import type { Table } from '#domain/floor/floor.ts'
import type { Category, MenuItem, ModifierGroup, PriceList } from '#domain/menu/menu.ts'
import type { Bill } from '#domain/order/bill.ts'
import type { PaymentMethod } from '#domain/payment/payment.ts'
import type { DrawerFacts } from '#domain/shift/drawer-facts.ts'
import type { CheckOutFacts } from '#domain/shift/check-out.ts'
import type { LateDay } from '#domain/day/addendum.ts'
import type { DayFacts } from '#domain/day/day-close.ts'
import type { Approval } from '#domain/staff/approval.ts'
import type { RoleRights } from '#domain/staff/permissions.ts'
import type { StockDocument } from '#domain/stock/stock.ts'
import type { RecipeFacts } from '#domain/stock/uses.ts'
import type { Settings, Tax } from '#domain/store/settings.ts'

/** A plain record with its id. */
export type Known<T> = T & { readonly id: string }

/** What the menu says about the item a command is about. */
export interface MenuFacts {
  readonly item: Known<MenuItem> | null
  /** Every group the item, its options and its parts ask for. */
  readonly groups: readonly Known<ModifierGroup>[]
  /** The items a combo may be made of, with their groups above. For a change of service: those of every line. */
  readonly parts: readonly Known<MenuItem>[]
  /** The categories of the item and of the parts, for their courses. */
  readonly categories: readonly Known<Category>[]
  readonly taxes: readonly Known<Tax>[]
  readonly priceLists: readonly Known<PriceList>[]
  /** The area of the order's table, for area prices. */
  readonly areaId: string | null
}

/** What is used by the lines that are sent, and the ingredients or the document that a command of stock names. */
export interface StockFacts extends RecipeFacts {
  readonly document: StockDocument | null
}

/** Everything a decision may look at. Time, ids and facts come in; nothing is fetched. */
export interface Context {
  readonly actor: { readonly id: string; readonly role: string; readonly rights: RoleRights }
  /** The id of the command: an approval is good for one. */
  readonly commandId: string
  /** A manager's yes to exactly this command, if one was given. */
  readonly approval: Approval | null
  /** Corrected time in milliseconds since 1970. */
  readonly now: number
  readonly settings: Settings | null
  /** The order the command is about, if this device knows it, with all that is merged into it. */
  readonly bill: Bill | null
  /** The other order of a move or merge. */
  readonly otherBill: Bill | null
  readonly menu: MenuFacts
  readonly table: Known<Table> | null
  /** The order now open on that table, if any. */
  readonly tableOrderId: string | null
  /** For a new order: this device's next order number. */
  readonly nextNumber: string
  /** The person a transfer or tip names, if the store has them and they still work here. */
  readonly person: { readonly id: string; readonly role: string } | null
  readonly method: Known<PaymentMethod> | null
  /** The drawer session the command is about, or the one this device's cash goes to. */
  readonly drawer: DrawerFacts | null
  readonly checkOut: CheckOutFacts | null
  readonly day: DayFacts | null
  /** Days closed before, on that date or earlier, of which sales or refunds have arrived since. */
  readonly lateDays: readonly LateDay[]
  /** Whether the order's sale is counted in a Z already: then it is refunded, never reopened. */
  readonly saleInZ: boolean
  readonly stock: StockFacts
}
