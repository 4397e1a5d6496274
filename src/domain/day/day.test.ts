import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NOON, saleOf } from '../../../tests/support/facts.ts'
import { refunded } from '../../../tests/support/payment-facts.ts'
import {
  dayAddended,
  dayClosed,
  dayOf,
  NOTHING_SOLD,
  soldPayment,
} from '../../../tests/support/shift-facts.ts'
import { minor } from '#domain/money/money.ts'
import type { Refund } from '#domain/payment/payment.ts'
import { addendumOf } from './addendum.ts'
import { foldDay, dayTotal, type Day } from './day.ts'
import type { DayEvent } from './day-close.ts'
import { dayFigures } from './day-figures.ts'

const WHO = { at: NOON + 1, by: 'rui', letter: 'A' }
const TEA = saleOf({
  subtotal: minor(250),
  total: minor(250),
  net: minor(250),
  payments: [soldPayment('p9', 250)],
})

function late(...orderIds: readonly string[]) {
  return { sales: orderIds.map((orderId) => ({ orderId, sale: TEA })), refunds: [] }
}

function refund(refundId: string, over: Partial<Refund> = {}): Refund {
  const { event } = refunded('p1', 100, { refundId, ...over })
  if (event.type !== 'payment_refunded') throw new Error('no refund')
  return event.payload
}

describe('a closed day', () => {
  test('[ZDAY2] keeps its first Z as it is, and another till’s beside it', () => {
    const other = dayClosed({ number: 'B-Z3', orderIds: ['o9'] })
    const day = dayOf(dayClosed(), other, other, dayClosed())
    expect(day.closed).toEqual(dayClosed().payload)
    expect(day.otherCloses).toEqual([other.payload])
  })

  test('[ZDAY7] counts no sale and no refund twice', () => {
    const first = dayAddended({ orderIds: ['o3'] })
    const again = dayAddended({ orderIds: ['o3', 'o4'], by: 'ana' })
    const inTheZ = dayAddended({ orderIds: ['o1'], by: 'eva' })
    const back = dayAddended({ orderIds: [], refundIds: ['r1'], by: 'rita' })
    const day = dayOf(dayClosed(), first, first, again, inTheZ, back)
    expect(day.addenda.map(({ by }) => by)).toEqual(['rui'])
    expect(day.otherAddenda.map(({ by }) => by)).toEqual(['ana', 'eva', 'rita'])
  })

  test('[ZDAY10] of two addenda within one tick of a clock none is lost, and their numbers differ', () => {
    const first = dayAddended({ orderIds: ['o3'] })
    const second = addendumOf(dayOf(dayClosed(), first), late('o3', 'o4'), { ...WHO, at: NOON })
    if (second === null) throw new Error('no addendum')
    const day = dayOf(dayClosed(), first, second, second)
    expect(day.addenda.map(({ orderIds }) => orderIds)).toEqual([['o3'], ['o4']])
    expect(addendumOf(day, late('o3', 'o4', 'o5'), WHO)?.payload.number).toBe(
      second.payload.number.replace(/2$/, '3'),
    )
  })

  test('[ZDAY10] of what two tills wrote in the same moment both numbers are known', () => {
    const day = dayOf(dayClosed(), dayAddended({ number: 'A-Z12+B1' }), dayAddended())
    expect(addendumOf(day, late('o3', 'o4'), WHO)?.payload.number).toBe('A-Z12+A2')
  })

  test('[ZDAY7] an addendum may arrive before its Z; then there is no total yet', () => {
    const day = dayOf(dayAddended())
    expect([day.closed, dayTotal(day)]).toEqual([null, null])
    expect(dayTotal(dayOf(dayClosed()))).toEqual(NOTHING_SOLD)
  })

  test('[ZDAY2] any events, repeated at will, fold to the same', () => {
    const events = fc.array(
      fc.constantFrom<DayEvent>(
        dayClosed(),
        dayClosed({ number: 'B-Z1' }),
        dayAddended(),
        dayAddended({ by: 'ana', orderIds: ['o1'] }),
        dayAddended({ by: 'eva', orderIds: ['o4'] }),
      ),
    )
    const fold = (all: readonly DayEvent[]): Day | null =>
      all.reduce<Day | null>((before, event) => foldDay('2026-11-20', before, event), null)
    fc.assert(
      fc.property(events, (all) => {
        expect(fold(all.flatMap((event) => [event, event]))).toEqual(fold(all))
      }),
    )
  })
})

describe('an addendum', () => {
  test('[ZDAY7] holds what the Z and the addenda before it lack, and nothing else', () => {
    const books = {
      sales: [
        ...late('o4', 'o1', 'o3').sales,
        { orderId: 'o8', sale: { ...TEA, businessDate: '2026-11-21' } },
      ],
      refunds: [refund('r1'), refund('r2'), refund('r3', { businessDate: '2026-11-21' })],
    }
    expect(addendumOf(dayOf(dayClosed(), dayAddended()), books, WHO)).toEqual({
      type: 'day_addended',
      payload: {
        number: 'A-Z12+A2',
        orderIds: ['o4'],
        refundIds: ['r2'],
        figures: dayFigures({ sales: [TEA], refunds: [refund('r2')] }),
        at: WHO.at,
        by: WHO.by,
      },
    })
  })

  test('[ZDAY10] has a number of its writer’s, so that tills apart never give one twice', () => {
    const first = dayAddended({ number: 'A-Z12+A1', orderIds: ['o3'] })
    const aside = dayAddended({ number: 'A-Z12+A2', orderIds: ['o3'], by: 'eva' })
    const day = dayOf(dayClosed(), first, aside)
    const numberBy = (letter: string): string | undefined => {
      const missing = addendumOf(day, late('o9'), { ...WHO, letter })
      return missing?.payload.number
    }
    expect(day.otherAddenda).toHaveLength(1)
    expect(['A', 'B', 'AA'].map(numberBy)).toEqual(['A-Z12+A3', 'A-Z12+B1', 'A-Z12+AA1'])
  })

  test('[ZDAY7] is none where nothing is missing, and none for a day that is open', () => {
    expect(addendumOf(dayOf(dayClosed()), late('o1', 'o2'), WHO)).toBeNull()
    expect(addendumOf(dayOf(dayAddended()), late('o7'), WHO)).toBeNull()
  })

  test('[ZDAY7] makes the day’s total the sum over all its sales, and is not needed twice', () => {
    const z = dayClosed({ orderIds: ['o1'], figures: dayFigures({ sales: [TEA], refunds: [] }) })
    const books = late('o1', 'o2', 'o3')
    const missing = addendumOf(dayOf(z), books, WHO)
    if (missing === null) throw new Error('two sales are missing')
    const day = dayOf(z, missing)
    expect(dayTotal(day)).toEqual(dayFigures({ sales: [TEA, TEA, TEA], refunds: [] }))
    expect(day.closed).toEqual(z.payload)
    expect(addendumOf(day, books, WHO)).toBeNull()
  })

  test('[ZDAY7] covers what another till’s Z counted and the one that stands did not', () => {
    const day = dayOf(dayClosed({ orderIds: ['o1'] }), dayClosed({ number: 'B-Z1', orderIds: ['o2'] }))
    const missing = addendumOf(day, late('o1', 'o2'), WHO)
    expect(missing?.payload.orderIds).toEqual(['o2'])
  })
})
