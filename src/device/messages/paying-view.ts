import type { DiscountRule } from '#domain/discount/discount.ts'
import type { PaymentMethod } from '#domain/payment/payment.ts'

/** What the store has set up for money: its discounts, and ways to pay of its own. */
export interface PayingView {
  readonly discounts: readonly (Pick<DiscountRule, 'name' | 'how' | 'on'> & { readonly id: string })[]
  readonly methods: readonly (Pick<PaymentMethod, 'name' | 'kind'> & { readonly id: string })[]
  /** The shares of tip a till offers, in percent. [PAY18] */
  readonly tipPercents: readonly number[]
}
