import type { DrawerFacts } from './drawer-facts.ts'
import { cashFlow } from './expected-cash.ts'
import type { CashFlow } from './shift.ts'

/** Why a person must look at a drawer that was closed. What was frozen stays; nothing is ever dropped. */
export type ShiftReviewReason =
  | 'late_moves' // cash moved that the close did not know of
  | 'late_payments' // the same of payments, their voids and refunds
  | 'closed_twice'

/** [SHIFT7] */
export function shiftReviewReasons(drawer: DrawerFacts): readonly ShiftReviewReason[] {
  const late = lateCash(drawer)
  const reasons: ShiftReviewReason[] = []
  if (late.paidIn !== 0 || late.paidOut !== 0 || late.drops !== 0 || late.tipsOut !== 0)
    reasons.push('late_moves')
  if (late.cashSales !== 0 || late.cashTips !== 0 || late.cashRefunds !== 0) reasons.push('late_payments')
  if (drawer.shift.otherCloses.length > 0) reasons.push('closed_twice')
  return reasons
}

/** What went through a drawer that its close did not know of, in minor units; all zeros while it is open. [SHIFT7] */
export function lateCash(drawer: DrawerFacts): { readonly [figure in keyof CashFlow]: number } {
  const now = cashFlow(drawer)
  const then = drawer.shift.closed ?? now
  return {
    cashSales: now.cashSales - then.cashSales,
    cashTips: now.cashTips - then.cashTips,
    cashRefunds: now.cashRefunds - then.cashRefunds,
    paidIn: now.paidIn - then.paidIn,
    paidOut: now.paidOut - then.paidOut,
    drops: now.drops - then.drops,
    tipsOut: now.tipsOut - then.tipsOut,
  }
}
