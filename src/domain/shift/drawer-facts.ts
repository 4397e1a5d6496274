import type { Payment } from '#domain/payment/payment.ts'
import type { Shift } from './shift.ts'

/** A drawer session with everything that went through it: payments taken into it and refunds paid out of it. */
export interface DrawerFacts {
  readonly shift: Shift
  readonly payments: readonly Payment[]
}
