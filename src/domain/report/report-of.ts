import { dayFigures, type DayBooks } from '#domain/day/day-figures.ts'
import { sum } from '#domain/money/money.ts'
import type { Sale, VoidedLine } from '#domain/order/sale.ts'
import type { Refund } from '#domain/payment/payment.ts'
import { ofSale } from '#domain/payment/refunded.ts'
import type { Shift, ShiftClosed } from '#domain/shift/shift.ts'
import {
  mergedCategories,
  mergedCosts,
  mergedGroups,
  mergedHours,
  mergedItems,
  mergedLosses,
  mergedTaxes,
  mergedTips,
  sessionsInOrder,
} from './merged-rows.ts'
import type { CostRow, GroupRow, LossRow, Report, SessionClose, SessionRow, TipRow } from './report.ts'

/** What a report is made from: the books of a Z, with why things were given and the drawers of the date. */
export interface ReportBooks extends DayBooks {
  /** Of these sales: see `givenDiscounts`. */
  readonly given: readonly LossRow[]
  /** Of these sales: see `soldCosts`. */
  readonly costs?: readonly CostRow[]
  /** Of these sales and refunds: see `givenTips`. */
  readonly tipped?: readonly TipRow[]
  readonly shifts: readonly Shift[]
}

export const NO_BOOKS: ReportBooks = { sales: [], refunds: [], given: [], shifts: [] }

/** The report of some frozen sales, refunds and drawers. [REPORT1] [REPORT3] */
export function reportOf(books: ReportBooks): Report {
  const { sales, refunds, voids = [], given, costs = [], tipped = [], shifts } = books
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
    costs: mergedCosts(costs),
    categories: mergedCategories(
      lines.map(({ categoryId, qty, total }) => ({ categoryId, qty, amount: total })),
    ),
    hours: mergedHours(sales.map(({ hour, total }) => ({ hour, orders: 1, gross: total }))),
    waiters: groupsOf(sales, ({ waiter }) => waiter),
    tips: mergedTips(tipped),
    tables: groupsOf(sales, ({ tableId }) => tableId ?? ''),
    services: groupsOf(sales, ({ service }) => service),
    discounts: mergedLosses(given),
    voids: mergedLosses([...sales.flatMap((sale) => sale.voids), ...voids].map(voidRow)),
    refunds: mergedLosses(refunds.map(refundRow).filter(({ amount }) => amount !== 0)),
    sessions: sessionsInOrder(shifts.map(sessionRow)),
    cashMoves: mergedLosses(shifts.flatMap((shift) => shift.moves.map(moveRow))),
  }
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

function sessionRow({ id, drawer, businessDate, openedAt, openedBy, float, closed }: Shift): SessionRow {
  return {
    id,
    drawer,
    businessDate,
    openedAt,
    openedBy,
    float,
    closed: closed === null ? null : closeOf(closed),
  }
}

function closeOf(closed: ShiftClosed): SessionClose {
  const { cashSales, cashTips, cashRefunds, paidIn, paidOut, drops, tipsOut } = closed
  const { expected, counted, difference } = closed
  const flow = { cashSales, cashTips, cashRefunds, paidIn, paidOut, drops, tipsOut }
  return { ...flow, expected, counted, difference }
}
