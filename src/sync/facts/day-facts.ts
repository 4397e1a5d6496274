import type { Command } from '#domain/command/command.ts'
import type { Context } from '#domain/context.ts'
import { businessDate } from '#domain/day/business-date.ts'
import { dayFigures } from '#domain/day/day-figures.ts'
import type { DayFacts } from '#domain/day/day-close.ts'
import { isCounted, type Day } from '#domain/day/day.ts'
import type { Bill } from '#domain/order/bill.ts'
import type { Sale } from '#domain/order/sale.ts'
import type { Payment } from '#domain/payment/payment.ts'
import { checkOutFacts } from '#domain/shift/check-out-facts.ts'
import { readEntities } from '#database/entities.ts'
import { readBills } from '#database/queries/bill.ts'
import { readBesideSales, readSoldBills } from '#database/queries/day-books.ts'
import { readLastZOf, readCheckedOut, readLastCheckOut, readPaymentsOfDay } from '#database/queries/days.ts'
import { readOpenOrderIds } from '#database/queries/orders.ts'
import { readOpenShifts } from '#database/queries/shifts.ts'
import type { Db, Tx } from '#database/schema.ts'
import { readOwnLetter } from './letter.ts'

type Settled = Pick<Context, 'settings' | 'now'>

/** What somebody sold and holds who wants to go home. */
export async function readCheckOutFacts(
  tx: Db | Tx,
  store: string,
  userId: string,
  { settings, now }: Settled,
): Promise<Context['checkOut']> {
  if (settings === null) return null
  const date = businessDate(now, settings.zone, settings.cutoverHour)
  const open = await readBills(tx, store, await readOpenOrderIds(tx, store))
  const before = await readLastCheckOut(tx, store, date, userId)
  const sales = await readSales(tx, store, date)
  const payments = await readPaymentsOfDay(tx, store, date)
  return checkOutFacts({
    userId,
    openOrders: open.filter(({ order }) => order.waiter === userId).map(({ order }) => order.number),
    // Who comes back after checking out answers for what came after it.
    sales: sales.filter(({ closedAt }) => closedAt > before),
    payments: payments.filter(({ takenAt }) => takenAt > before),
  })
}

/** What stands in the way of closing a business date, and what its Z would say. */
export async function readDayFacts(
  tx: Db | Tx,
  { store, dev }: { readonly store: string; readonly dev: string },
  date: string,
  { settings }: Settled,
): Promise<DayFacts | null> {
  if (settings === null) return null
  const open = await readBills(tx, store, await readOpenOrderIds(tx, store))
  const sales = await readSales(tx, store, date)
  const beside = await readBesideSales(tx, store, date)
  const scheduled = open.filter(({ order }) => order.dueAt !== null && order.businessDate > date)
  const letter = await readOwnLetter(tx, store, dev)
  return {
    businessDate: date,
    letter,
    nextNumber: `${letter}-Z${(await readLastZOf(tx, store, letter)) + 1}`,
    openOrders: open.filter((bill) => !scheduled.includes(bill)).map(({ order }) => order.number),
    scheduledOrders: scheduled.map(({ order }) => order.number),
    openShifts: (await readOpenShifts(tx, store)).map((shift) => shift.drawer),
    notCheckedOut: await readNotCheckedOut(tx, store, date, sales),
    unclearPayments: unclear(open).map((payment) => payment.id),
    // A device knows of itself alone what is not in the store yet; the server will name the others.
    unsyncedDevices: [],
    orderIds: sales.map(({ orderId }) => orderId),
    refundIds: beside.refunds.map(({ refundId }) => refundId),
    figures: dayFigures({ ...beside, sales }),
    closed: (await readDayEntity(tx, store, date))?.closed ?? null,
  }
}

/** Whether a Z or its addendum counts the sale that reopening would take back. [ZDAY9] */
export async function isSaleInZ(
  tx: Db | Tx,
  store: string,
  command: Command,
  bill: Bill | null,
): Promise<boolean> {
  const sale = bill?.order.sale ?? null
  if (sale === null || (command.type !== 'reopen_order' && command.type !== 'void_payment')) return false
  const day = await readDayEntity(tx, store, sale.businessDate)
  return day !== null && isCounted(day, 'orderIds', bill?.order.id ?? '')
}

/** What was written of one business date's close, or null. */
export async function readDayEntity(tx: Db | Tx, store: string, date: string): Promise<Day | null> {
  const [day] = (await readEntities(tx, store, [{ type: 'day', id: date }])).values()
  return (day?.state as Day | null | undefined) ?? null
}

type OrderSale = Sale & { readonly orderId: string }

async function readSales(tx: Db | Tx, store: string, date: string): Promise<readonly OrderSale[]> {
  const sales: OrderSale[] = []
  for await (const part of readSoldBills(tx, store, date)) {
    sales.push(...part.map(({ bill, sale }) => ({ ...sale, orderId: bill.order.id })))
  }
  return sales
}

function unclear(bills: readonly Bill[]): readonly Payment[] {
  return bills
    .flatMap(({ payments }) => payments)
    .filter(({ status }) => status === 'unknown' || status === 'requested')
}

/** People who sold something that day and have not checked out, by id. */
async function readNotCheckedOut(
  tx: Db | Tx,
  store: string,
  date: string,
  sales: readonly Sale[],
): Promise<readonly string[]> {
  const done = new Set(await readCheckedOut(tx, store, date))
  return [...new Set(sales.map(({ waiter }) => waiter))].filter((id) => !done.has(id)).sort()
}
