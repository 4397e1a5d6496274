import { minor, sum, type Minor } from '#domain/money/money.ts'
import { may } from '#domain/staff/rights.ts'
import type { RoleRights } from '#domain/staff/permissions.ts'
import type { DrawerFacts } from './drawer-facts.ts'
import type { CashFlow, CashMoveKind } from './shift.ts'

/** What went through a drawer, from what names it: payments that stand, refunds and moves. [CASH1] */
export function cashFlow({ shift, payments }: DrawerFacts): CashFlow {
  const taken = payments.filter(
    ({ status, method, shiftId }) => status === 'taken' && method === 'cash' && shiftId === shift.id,
  )
  const refunds = payments
    .flatMap((payment) => payment.refunds)
    .filter(({ method, shiftId }) => method === 'cash' && shiftId === shift.id)
  const moved = (kind: CashMoveKind): Minor =>
    sum(shift.moves.filter((move) => move.kind === kind).map(({ amount }) => amount))
  return {
    cashSales: sum(taken.map(({ amount, rounding }) => minor(amount + rounding))),
    cashTips: sum(taken.map(({ tip }) => tip)),
    cashRefunds: sum(refunds.map(({ amount, rounding, tip }) => minor(amount + rounding + tip))),
    paidIn: moved('paid_in'),
    paidOut: moved('paid_out'),
    drops: moved('drop'),
    tipsOut: moved('tip_out'),
  }
}

/** What should be in the drawer now, in minor units. [CASH1] */
export function expectedCash(drawer: DrawerFacts): Minor {
  return expectedOf(drawer.shift.float, cashFlow(drawer))
}

export function expectedOf(float: Minor, flow: CashFlow): Minor {
  const added = flow.cashSales + flow.cashTips + flow.paidIn
  return minor(float + added - flow.paidOut - flow.drops - flow.tipsOut - flow.cashRefunds)
}

/** What a screen may show of it: nothing to whoever counts blind, before the close or after. [COUNT3] */
export function visibleExpected(rights: RoleRights, drawer: DrawerFacts): Minor | null {
  return may(rights, 'see_expected_cash') ? expectedCash(drawer) : null
}
