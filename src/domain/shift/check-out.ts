import type { Minor } from '#domain/money/money.ts'

/** A waiter's end of work: what they sold, took and owe, frozen. */
export interface CheckOutDone {
  readonly userId: string
  readonly businessDate: string
  readonly orders: number
  readonly covers: number
  readonly sales: Minor
  /** Cash they hold themselves: taken into no drawer. */
  readonly cash: Minor
  /** Tips for them by any method but cash: the house has them. */
  readonly cardTips: Minor
  /** Cash tips they kept, as they say. */
  readonly declaredTips: Minor
  /** Cash to hand in less the tips owed to them; negative: the house owes them. */
  readonly due: Minor
  readonly by: string
  readonly approvedBy: string | null
  readonly at: number
}

export interface CheckOut extends CheckOutDone {
  readonly id: string
}

export type CheckOutEvent = { readonly type: 'check_out_done'; readonly payload: CheckOutDone }

/** What the till knows about a waiter who wants to check out. */
export interface CheckOutFacts {
  readonly userId: string
  /** Numbers of the orders they still answer for. */
  readonly openOrders: readonly string[]
  readonly orders: number
  readonly covers: number
  readonly sales: Minor
  readonly cash: Minor
  readonly cardTips: Minor
}
