import { groupBy } from '#domain/group-by.ts'
import { readBills, type StoredBill } from '#database/queries/bill.ts'
import { readFloorRows } from '#database/queries/menu.ts'
import { readOpenOrderIds } from '#database/queries/orders.ts'
import type { Db } from '#database/schema.ts'
import type { FloorView, TableOrderView, TableView } from '#device/messages.ts'
import { openOrderView, tableState } from './open-order-view.ts'
import { readLookups, type Lookups } from './lookups.ts'

export async function readFloorView(db: Db, store: string): Promise<FloorView> {
  const { areas, tables } = await readFloorRows(db, store)
  const bills = await readBills(db, store, await readOpenOrderIds(db, store))
  const lookups = await readLookups(db, store)
  const known = new Set(tables.map((table) => table.id))
  const views = new Map(bills.map((bill) => [bill.order.id, openOrderView(bill, lookups)]))
  const own = groupBy(bills, (bill) => bill.order.tableId)
  const joined = joinedTables(bills)
  return {
    areas,
    tables: tables.map((table): TableView => {
      const here = own.get(table.id) ?? []
      const root = here.length === 0 ? (joined.get(table.id) ?? null) : null
      const orders = viewsOf(root === null ? here : [root], views)
      return {
        id: table.id,
        name: table.name,
        areaId: table.area_id,
        seats: table.seats,
        state: tableState(orders),
        orders,
        joined: root === null ? null : placeOf(root, lookups),
      }
    }),
    // An order whose table was taken off the floor must stay within reach.
    takeaway: viewsOf(
      bills.filter(({ order }) => order.tableId === null || !known.has(order.tableId)),
      views,
    ),
  }
}

/** Guests still sit where a merged order was opened: its table is not free, and leads to the order it counts for. */
function joinedTables(bills: readonly StoredBill[]): ReadonlyMap<string, StoredBill> {
  return new Map(
    bills.flatMap((bill) =>
      bill.merged.flatMap(({ tableId }) => (tableId === null ? [] : [[tableId, bill]])),
    ),
  )
}

function viewsOf(
  bills: readonly StoredBill[],
  views: ReadonlyMap<string, TableOrderView>,
): readonly TableOrderView[] {
  return bills.flatMap((bill) => views.get(bill.order.id) ?? [])
}

function placeOf({ order }: StoredBill, lookups: Lookups): string {
  return lookups.tableName(order.tableId) ?? order.number
}
