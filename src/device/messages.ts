/**
 * What screens and the device's worker say to each other. The screens know this file and nothing else of the device.
 */
import type { Command } from '#domain/command/command.ts'
import type { MenuFacts } from '#domain/context.ts'
import type { DayReport } from '#domain/day/day-report.ts'
import type { EventKey } from '#domain/event/envelope.ts'
import type { Item } from '#domain/item/item.ts'
import type { Ticket } from '#domain/kitchen/ticket.ts'
import type { LineAllergens } from '#domain/menu/allergens.ts'
import type { Asks } from '#domain/menu/asks.ts'
import type { SaleTerms } from '#domain/menu/menu-line.ts'
import type { Currency, Minor } from '#domain/money/money.ts'
import type { BillTotals } from '#domain/order/bill.ts'
import type { Order, Service } from '#domain/order/order.ts'
import type { Sale } from '#domain/order/sale.ts'
import type { ReviewReason } from '#domain/order/review.ts'
import type { Payment } from '#domain/payment/payment.ts'
import type { RecordFields, RecordType } from '#domain/record/record.ts'
import type { Result } from '#domain/result.ts'
import type {
  AbsentOrder,
  HistoryAsked,
  HistoryPlace,
  HistoryView,
  StoryView,
} from './messages/history-views.ts'
import type { DevicesView } from './messages/device-views.ts'
import type { ChangerAsked, ServerAsk, StaffView } from './messages/office-views.ts'
import type { Founding } from '#domain/store/founding.ts'
import type { ScarceView } from './messages/scarce-view.ts'
import type { PayingView } from './messages/paying-view.ts'
import type { PricingView } from './messages/pricing-view.ts'
import type { PrintQueueView, SettlePrint, TestPrinting } from './messages/print-views.ts'
import type { StockQueries } from './messages/stock-views.ts'
import type { DrillQuery, ReportQuery } from './messages/report-views.ts'
import type { CheckOutView, DayCloseView, DrawerView } from './messages/shift-views.ts'
import type { Action, RoleRights } from '#domain/staff/permissions.ts'

export interface PersonView {
  readonly id: string
  readonly name: string
  /** A built-in role, or the id of one the owner made. */
  readonly role: string
  /** What the owner called it; empty for a built-in one, which has a name in every language. */
  readonly roleName: string
}

/** Who is logged in, and what they may do: by this a screen offers what it offers. [ROLE10] */
export interface SessionView extends PersonView {
  readonly rights: RoleRights
}

export interface MenuItemView {
  readonly id: string
  readonly name: string
  readonly categoryId: string
  readonly price: Minor
  readonly picture: string
  readonly available: boolean
  /** What a tap has to ask before it is on the order. */
  readonly asks: Asks
  /** Whether modifiers may be chosen, needed or not. */
  readonly offers: boolean
  /** Sold in sizes: `price` is the smallest. */
  readonly sized: boolean
  /** The course it goes in unless told otherwise; 0: none. */
  readonly course: number
  /** The unit of a weighed item: `price` is for one. */
  readonly unit: string
  /** As it comes, with nothing chosen. */
  readonly allergens: LineAllergens
}

export interface CategoryView {
  readonly id: string
  readonly name: string
  readonly color: string
}

export interface MenuView {
  readonly categories: readonly CategoryView[]
  readonly items: readonly MenuItemView[]
  /** Null: no price list is in use, and every price is the menu's. */
  readonly pricing: PricingView | null
}

/** What may be chosen of an item on an order, and what it is priced by: the facts that its command is decided by. */
export interface ChoiceView {
  readonly facts: MenuFacts
  readonly terms: SaleTerms
}

/** Nothing sent yet; in the kitchen; paid in part; with something ready to carry out. */
export type OpenOrderState = 'taken' | 'sent' | 'part_paid' | 'ready'
export type TableState = 'free' | OpenOrderState

export interface TableOrderView {
  readonly orderId: string
  readonly number: string
  readonly service: Service
  /** Empty: nobody asked. */
  readonly guestName: string
  /** When it is promised for; null: as soon as it can be. */
  readonly dueAt: number | null
  readonly state: OpenOrderState
  /** With those of the orders merged into it. */
  readonly covers: number
  readonly waiterId: string
  readonly waiter: string
  readonly openedAt: number
  /** When something last went to the kitchen, or null. */
  readonly lastSentAt: number | null
  readonly total: Minor
  readonly unsent: number
  readonly ready: number
}

export interface TableView {
  readonly id: string
  readonly name: string
  readonly areaId: string
  readonly seats: number
  readonly state: TableState
  /** Usually one; two when tills opened the table without seeing each other. */
  readonly orders: readonly TableOrderView[]
  /** The order of this table counts for that one, which is then the only one of `orders`; null: it is not merged. */
  readonly joined: string | null
}

export interface FloorView {
  readonly areas: readonly { readonly id: string; readonly name: string }[]
  readonly tables: readonly TableView[]
  /** Open orders without a table. */
  readonly takeaway: readonly TableOrderView[]
}

export interface MergedOrderView {
  readonly orderId: string
  readonly number: string
  readonly tableName: string | null
}

/** What an order comes to; its lines are told by the items. */
export type TotalsView = Omit<BillTotals, 'lines'>

export interface OrderView {
  readonly order: Order
  /** Orders merged into it: their items and payments are among these. */
  readonly merged: readonly Order[]
  readonly tableName: string | null
  /** The area of its table: price lists may go by it. */
  readonly areaId: string | null
  readonly waiter: string
  readonly items: readonly Item[]
  readonly payments: readonly Payment[]
  /** For a closed order, the frozen money. */
  readonly totals: TotalsView
  readonly review: readonly ReviewReason[]
  /** The same by name, to be taken apart again. */
  readonly mergedFrom: readonly MergedOrderView[]
  /** True when a newer device wrote something critical here that this one does not understand. */
  readonly readOnly: boolean
}

export interface OrderRow {
  readonly orderId: string
  readonly number: string
  readonly tableName: string | null
  readonly service: Service
  readonly waiter: string
  readonly status: Order['status']
  readonly sale: Sale | null
  readonly review: readonly ReviewReason[]
}

export interface DayView {
  readonly report: DayReport
  readonly orders: readonly OrderRow[]
  /** Own events not yet in the store: the report of other devices may be short by as much. */
  readonly waiting: number
}

export interface StoreView {
  readonly name: string
  readonly currency: Currency
  readonly zone: string
  readonly businessDate: string
  /** Whether a till asks how many guests sit down before it opens a table. */
  readonly askCovers: boolean
}

/** Where this device's own events are safe, one place further each time. */
export interface PlaceStatus {
  /** none: this installation has no such place. */
  readonly state: 'none' | 'safe' | 'waiting'
  readonly waiting: number
  /** When the oldest waiting event was written, in milliseconds since 1970. */
  readonly oldestAt: number | null
}

export interface DeviceStatus {
  /** starting: the database is opening. unpaired: no store yet. failed: `problem` says why it cannot open. */
  readonly state: 'starting' | 'unpaired' | 'ready' | 'failed'
  /**
   * A code of `src/i18n/errors.ts`. With `ready`: `device_unknown`, the server does not know this device;
   * `storage_nearly_full`, no new orders; `device_forked`, it is about to go on under a new id.
   */
  readonly problem: string | null
  /** True for a day after this device, copied or restored from an old copy, went on under a new id. */
  readonly renewed: boolean
  /** Own events that wait here for a store this device was in before. [PAIR6] */
  readonly leftBehind: number
  readonly deviceId: string | null
  readonly deviceName: string | null
  readonly link: 'live' | 'polling' | 'offline'
  readonly savedHere: number
  readonly store: PlaceStatus
  readonly cloud: PlaceStatus
  /** The browser's answer to "keep this data": null until it was asked. */
  readonly persisted: boolean | null
  /** Whether what this device keeps is encrypted on its disk. */
  readonly encrypted: boolean
  readonly storageUsedBytes: number | null
  readonly storageQuotaBytes: number | null
}

/** What the back office edits by saving records. People and devices have guarded ways of their own. [RECORD3] */
export type OfficeRecordType = Exclude<RecordType, 'user' | 'device'>

/** A record as it stands here, what is retired too: whatever fields have arrived so far. */
export type OfficeRecord = RecordFields & { readonly id: string }

/** Questions a screen may ask: parameters and answer by name. */
export interface Queries extends StockQueries {
  readonly status: { readonly params: null; readonly result: DeviceStatus }
  readonly store: { readonly params: null; readonly result: StoreView | null }
  readonly people: { readonly params: null; readonly result: readonly PersonView[] }
  readonly session: { readonly params: { readonly token: string }; readonly result: SessionView | null }
  readonly menu: { readonly params: null; readonly result: MenuView }
  readonly choice: {
    readonly params: { readonly orderId: string; readonly menuItemId: string }
    readonly result: ChoiceView | null
  }
  readonly scarce: { readonly params: null; readonly result: readonly ScarceView[] }
  readonly paying: { readonly params: null; readonly result: PayingView }
  readonly floor: { readonly params: null; readonly result: FloorView }
  readonly order: { readonly params: { readonly orderId: string }; readonly result: OrderView | null }
  /** An order that this device does not hold: it is fetched. */
  readonly absentOrder: { readonly params: { readonly orderId: string }; readonly result: AbsentOrder }
  /** Orders of any day, a page at a time. */
  readonly history: {
    readonly params: HistoryAsked & { readonly after: HistoryPlace | null }
    readonly result: HistoryView
  }
  /** What happened to an order, a page at a time. */
  readonly story: {
    readonly params: { readonly orderId: string; readonly after: EventKey | null }
    readonly result: StoryView
  }
  readonly kitchen: { readonly params: { readonly stationId: string | null }; readonly result: KitchenView }
  /** `date` null: the current business date. Needs a session that may read reports. */
  readonly day: {
    readonly params: { readonly token: string; readonly date: string | null }
    readonly result: Result<DayView, Failure>
  }
  readonly report: ReportQuery
  readonly drill: DrillQuery
  /** All records of a kind, for whoever may edit the menu. */
  readonly records: {
    readonly params: { readonly token: string; readonly type: OfficeRecordType }
    readonly result: Result<readonly OfficeRecord[], Failure>
  }
  /** Who changed one of these fields of a record last: their name, null where nobody knows. */
  readonly changer: {
    readonly params: { readonly token: string } & ChangerAsked
    readonly result: Result<string | null, Failure>
  }
  /** Everybody who works or worked here, for whoever may edit people. */
  readonly staff: {
    readonly params: { readonly token: string }
    readonly result: Result<readonly StaffView[], Failure>
  }
  /** Every device of the store, for whoever is logged in. */
  readonly devices: {
    readonly params: { readonly token: string }
    readonly result: Result<DevicesView, Failure>
  }
  readonly printing: { readonly params: null; readonly result: PrintQueueView }
  readonly drawer: {
    readonly params: { readonly token: string }
    readonly result: Result<DrawerView, Failure>
  }
  readonly checkOut: {
    readonly params: { readonly token: string }
    readonly result: Result<CheckOutView, Failure>
  }
  /** `date` null: the current business date. */
  readonly dayClose: {
    readonly params: { readonly token: string; readonly date: string | null }
    readonly result: Result<DayCloseView, Failure>
  }
}

export interface KitchenView {
  readonly stations: readonly { readonly id: string; readonly name: string }[]
  readonly tickets: readonly Ticket[]
}

/** How the tickets of a kitchen view differ from those last told. */
export interface TicketChange {
  readonly changed: readonly Ticket[]
  /** Orders that have no ticket any more. */
  readonly gone: readonly string[]
}

export type QueryName = keyof Queries

/** A refusal or failure: the code's words and remedy are in `src/i18n/errors.ts`. */
export interface Failure {
  readonly code: string
  readonly rule?: string
  /** Seconds until another try makes sense, where there is such a time. */
  readonly retryAfterS?: number
  /** With `approval_needed`: what to show whoever is asked for their PIN. */
  readonly approval?: ApprovalAsked
}

/** What a refused command needs a yes to, and whose yes would do. */
export interface ApprovalAsked {
  readonly action: Action
  /** Millionths of a discount, or minor units; null: it has no amount. */
  readonly amount: number | null
  /** The lines it is about by name, or the order by its number. */
  readonly about: readonly string[]
  readonly approvers: readonly PersonView[]
}

/** Things a screen can have done. Every one may be asked again with the same id and happens once. */
export interface Actions {
  readonly command: {
    readonly params: {
      readonly token: string
      readonly commandId: string
      readonly command: Command
      /** Whose yes comes with it, proven by their PIN: asked again with the id of the command that was refused. */
      readonly approval?: { readonly userId: string; readonly pin: string }
    }
    readonly result: Result<null, Failure>
  }
  readonly login: {
    readonly params: { readonly userId: string; readonly pin: string }
    readonly result: Result<{ readonly token: string; readonly person: SessionView }, Failure>
  }
  /** Needs the server, but for what this device's own printer prints. */
  readonly settlePrint: { readonly params: SettlePrint; readonly result: Result<null, Failure> }
  readonly testPrint: { readonly params: TestPrinting; readonly result: Result<null, Failure> }
  readonly logout: { readonly params: { readonly token: string }; readonly result: null }
  /**
   * What only the store's server does, for a person who has shown it their PIN: refused with `server_pin_needed` until
   * then, and ten minutes later again. What the result holds: `ServerAsks`.
   */
  readonly server: {
    readonly params: { readonly token: string; readonly pin: string | null; readonly ask: ServerAsk }
    readonly result: Result<unknown, Failure>
  }
  /** The first owner sets an empty restaurant up, and this device joins it. [SETUP1] */
  readonly found: {
    readonly params: {
      readonly code: string
      readonly founding: Founding
      readonly exampleMenu: boolean
      readonly deviceName: string
    }
    readonly result: Result<null, Failure>
  }
  readonly pair: {
    /**
     * `code` null: ask whether the server takes new devices without one (the demo does). `again`: this device is paired,
     * but its server does not know it any more; what it holds of the old store stays on it.
     */
    readonly params: { readonly code: string | null; readonly name: string; readonly again: boolean }
    readonly result: Result<null, Failure>
  }
}

export type ActionName = keyof Actions

export type Ask =
  | {
      [Q in QueryName]: { readonly kind: 'query'; readonly name: Q; readonly params: Queries[Q]['params'] }
    }[QueryName]
  | {
      [A in ActionName]: { readonly kind: 'action'; readonly name: A; readonly params: Actions[A]['params'] }
    }[ActionName]
