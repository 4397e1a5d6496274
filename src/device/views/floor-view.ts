import { groupBy } from '#domain/group-by.ts'
import { billTotals, liveItems } from '#domain/order/bill.ts'
import { readBills, type StoredBill } from '#database/queries/bill.ts'
import { readFloorRows } from '#database/queries/menu.ts'
import { readOpenOrderIds } from '#database/queries/orders.ts'
import type { Db } from '#database/schema.ts'
import type { FloorView, TableOrderView, TableState } from '#device/messages.ts'
import { readLookups, type Lookups } from './lookups.ts'

export async function readFloorView(db: Db, store: string): Promise<FloorView> {
  const { areas, tables } = await readFloorRows(db, store)
  const bills = await readBills(db, store, await readOpenOrderIds(db, store))
  const lookups = await readLookups(db, store)
  const byTable = groupBy(bills, (bill) => bill.order.tableId)
  const known = new Set(tables.map((table) => table.id))
  return {
    areas,
    tables: tables.map((table) => {
      const orders = (byTable.get(table.id) ?? []).map((bill) => orderView(bill, lookups))
      return {
        id: table.id,
        name: table.name,
        areaId: table.area_id,
        seats: table.seats,
        state: stateOf(orders),
        orders,
      }
    }),
    // An order whose table was taken off the floor must stay within reach.
    takeaway: bills
      .filter(({ order }) => order.tableId === null || !known.has(order.tableId))
      .map((bill) => orderView(bill, lookups)),
  }
}

function orderView(bill: StoredBill, lookups: Lookups): TableOrderView {
  const live = liveItems(bill.items)
  return {
    orderId: bill.order.id,
    number: bill.order.number,
    covers: bill.order.covers,
    waiter: lookups.personName(bill.order.openedBy),
    openedAt: bill.order.openedAt,
    total: billTotals(bill).total,
    unsent: live.filter((item) => item.status === 'new').length,
    ready: live.filter((item) => item.preparation === 'ready').length,
  }
}

function stateOf(orders: readonly TableOrderView[]): TableState {
  if (orders.length === 0) return 'free'
  return orders.some((order) => order.ready > 0) ? 'ready' : 'taken'
}
