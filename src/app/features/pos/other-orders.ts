import type { FloorView, TableOrderView } from '#device/messages.ts'

/** An open order with where its guests are. */
export interface PlacedOrder extends TableOrderView {
  /** Null: it has no table. */
  readonly tableName: string | null
}

/** Every open order but this one: tables in the order of the floor, then those without. Merged ones are not twice. */
export function otherOrders(floor: FloorView, orderId: string): readonly PlacedOrder[] {
  const seated = floor.tables
    .filter(({ joined }) => joined === null)
    .flatMap(({ name, orders }) => orders.map((order) => ({ ...order, tableName: name })))
  const out = floor.takeaway.map((order) => ({ ...order, tableName: null }))
  return [...seated, ...out].filter((order) => order.orderId !== orderId)
}

/** Other orders on the same table: tills opened it without seeing each other. [REVIEW9] */
export function sharingOrders(floor: FloorView, orderId: string): readonly TableOrderView[] {
  const table = floor.tables.find(({ orders }) => orders.some((order) => order.orderId === orderId))
  return (table?.orders ?? []).filter((order) => order.orderId !== orderId)
}
