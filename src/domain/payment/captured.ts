import type { DrawerFacts } from '#domain/shift/drawer-facts.ts'
import type { Payment } from './payment.ts'

/**
 * Whether the money is settled: by the bank, or counted in a drawer whose session is not the open one here. From
 * then on it is refunded, not voided, and its tip stays. [PAY11] [PAY16]
 */
export function isCaptured(payment: Payment, drawer: DrawerFacts | null): boolean {
  if (payment.capturedAt !== null) return true
  if (payment.method !== 'cash' || payment.shiftId === null) return false
  return drawer === null || drawer.shift.status !== 'open' || drawer.shift.id !== payment.shiftId
}
