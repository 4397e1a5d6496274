import { dayFigures, type DayBooks } from '#domain/day/day-figures.ts'
import { minor, sum } from '#domain/money/money.ts'
import type { Sale, VoidedLine } from '#domain/order/sale.ts'
import type { Refund } from '#domain/payment/payment.ts'
import { ofSale } from '#domain/payment/refunded.ts'
import type { Shift } from '#domain/shift/shift.ts'
import {
  addDrawers,
  mergedCategories,
  mergedGroups,
  mergedHours,
  mergedItems,
  mergedLosses,
  mergedTaxes,
} from './merged-rows.ts'
import type { DrawerFigures, GroupRow, LossRow, Report } from './report.ts'

/** What a report is made from: the books of a Z, with why things were given and the drawers of the date. */
export interface ReportBooks extends DayBooks {
  /** Of these sales: see `givenDiscounts`. */
  readonly given: readonly LossRow[]
  readonly shifts: readonly Shift[]
}

export const NO_BOOKS: ReportBooks = { sales: [], refunds: [], given: [], shifts: [] }

/** The report of some frozen sales, refunds and drawers. [REPORT1] [REPORT3] */
export function reportOf(books: ReportBooks): Report {
  const { sales, refunds, voids = [], given, shifts } = books
  const lines = sales.flatMap((sale) => sale.lines)
  return {
    figures: dayFigures(books),
    paid: sum(sales.map(({ total }) => total)),
    taxes: mergedTaxes(
      sales
        .flatMap((sale) => sale.taxes)
        .map(({ id, name, ratePpm, inclusive, exempt = false, net, tax }) => ({
          id,
          name,
          ratePpm,
          inclusive,
          exempt,
          net,
          tax,
        })),
    ),
    items: mergedItems(
      lines.map(({ menuItemId, name, categoryId, qty, total }) => ({
        menuItemId,
        name,
        categoryId,
        qty,
        amount: total,
      })),
    ),
    categories: mergedCategories(
      lines.map(({ categoryId, qty, total }) => ({ categoryId, qty, amount: total })),
    ),
    hours: mergedHours(sales.map(({ hour, total }) => ({ hour, orders: 1, gross: total }))),
    waiters: groupsOf(sales, ({ waiter }) => waiter),
    tables: groupsOf(sales, ({ tableId }) => tableId ?? ''),
    services: groupsOf(sales, ({ service }) => service),
    discounts: mergedLosses(given),
    voids: mergedLosses([...sales.flatMap((sale) => sale.voids), ...voids].map(voidRow)),
    refunds: mergedLosses(refunds.map(refundRow).filter(({ amount }) => amount !== 0)),
    drawers: shifts.map(drawerOf).reduce(addDrawers, NO_DRAWERS),
    cashMoves: mergedLosses(shifts.flatMap((shift) => shift.moves.map(moveRow))),
  }
}

export const NO_DRAWERS: DrawerFigures = {
  sessions: 0,
  open: 0,
  expected: minor(0),
  counted: minor(0),
  difference: minor(0),
}

function groupsOf(sales: readonly Sale[], idOf: (sale: Sale) => string): readonly GroupRow[] {
  return mergedGroups(
    sales.map((sale) => ({ id: idOf(sale), orders: 1, covers: sale.covers, amount: sale.total })),
  )
}

function voidRow({ kind, name, reason, by, approvedBy, qty, amount }: VoidedLine): LossRow {
  return { kind, name, reason, by, approvedBy: approvedBy ?? '', count: qty, amount }
}

function refundRow(refund: Refund): LossRow {
  const { method, methodName, reason, by, approvedBy } = refund
  return {
    kind: method,
    name: methodName,
    reason,
    by,
    approvedBy: approvedBy ?? '',
    count: 1,
    amount: ofSale(refund),
  }
}

function moveRow({ kind, party, reason, by, approvedBy, amount }: Shift['moves'][number]): LossRow {
  return { kind, name: party, reason, by, approvedBy: approvedBy ?? '', count: 1, amount }
}

function drawerOf({ closed }: Shift): DrawerFigures {
  if (closed === null) return { ...NO_DRAWERS, sessions: 1, open: 1 }
  const { expected, counted, difference } = closed
  return { sessions: 1, open: 0, expected, counted, difference }
}
