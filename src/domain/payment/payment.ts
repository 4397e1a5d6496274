import type { Minor } from '#domain/money/money.ts'

export const METHODS = ['cash', 'card'] as const
/** How the guest paid. A card is recorded as the external terminal answered; no card number ever enters. */
export type Method = (typeof METHODS)[number]

export interface PaymentTaken {
  readonly orderId: string
  readonly method: Method
  /** What counts towards the order. */
  readonly amount: Minor
  /** What was handed over; for cash it may be more than `amount`. */
  readonly tendered: Minor
  readonly change: Minor
  readonly takenAt: number
  readonly takenBy: string
  readonly businessDate: string
}

export type PaymentEvent =
  | { readonly type: 'payment_taken'; readonly payload: PaymentTaken }
  | { readonly type: 'payment_voided'; readonly payload: { readonly reason: string; readonly by: string } }

export interface Payment extends PaymentTaken {
  readonly id: string
  readonly status: 'taken' | 'voided'
}

/** A payment after one more event. Total; a payment only moves forward. */
export function foldPayment(id: string, payment: Payment | null, event: PaymentEvent): Payment | null {
  switch (event.type) {
    case 'payment_taken':
      return payment ?? { ...event.payload, id, status: 'taken' }
    case 'payment_voided':
      return payment === null ? null : { ...payment, status: 'voided' }
  }
}
