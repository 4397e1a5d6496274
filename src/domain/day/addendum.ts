import type { Sale } from '#domain/order/sale.ts'
import type { Refund } from '#domain/payment/payment.ts'
import { isCounted, type Day } from './day.ts'
import type { DayEvent } from './day-close.ts'
import { dayFigures } from './day-figures.ts'

/** What is known now of one business date. */
export interface LateBooks {
  readonly sales: readonly { readonly orderId: string; readonly sale: Sale }[]
  readonly refunds: readonly Refund[]
}

/** A closed day, and what is known of it by now. */
export interface LateDay {
  readonly day: Day
  readonly books: LateBooks
}

/** Who writes it: the person, and the letter of the device. */
export interface AddendumWriter {
  readonly at: number
  readonly by: string
  readonly letter: string
}

/**
 * The addendum a closed day needs: sales and refunds of its date that neither its Z nor an earlier addendum counts;
 * null where nothing is missing or the day is not closed. [ZDAY7]
 */
export function addendumOf(
  day: Day,
  { sales, refunds }: LateBooks,
  { letter, ...who }: AddendumWriter,
): Extract<DayEvent, { type: 'day_addended' }> | null {
  if (day.closed === null) return null
  const lateSales = sales
    .filter(({ orderId, sale }) => sale.businessDate === day.id && !isCounted(day, 'orderIds', orderId))
    .sort((a, b) => (a.orderId < b.orderId ? -1 : 1))
  const lateRefunds = refunds
    .filter(({ refundId, businessDate }) => businessDate === day.id && !isCounted(day, 'refundIds', refundId))
    .sort((a, b) => (a.refundId < b.refundId ? -1 : 1))
  if (lateSales.length === 0 && lateRefunds.length === 0) return null
  const payload = {
    number: nextNumber(day, `${day.closed.number}+${letter}`),
    orderIds: lateSales.map(({ orderId }) => orderId),
    refundIds: lateRefunds.map(({ refundId }) => refundId),
    figures: dayFigures({ sales: lateSales.map(({ sale }) => sale), refunds: lateRefunds }),
    ...who,
  }
  return { type: 'day_addended', payload }
}

/** One more than the device has given, those kept aside included: a number is never given twice. [ZDAY10] */
function nextNumber({ addenda, otherAddenda }: Day, series: string): string {
  const given = [...addenda, ...otherAddenda].filter(
    ({ number }) => number.startsWith(series) && /^[0-9]+$/.test(number.slice(series.length)),
  )
  return `${series}${given.length + 1}`
}
