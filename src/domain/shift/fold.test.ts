import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  cashMoved,
  drawerCounted,
  SHIFT,
  shiftClosed,
  shiftOf,
  shiftOpened,
} from '../../../tests/support/shift-facts.ts'
import { minor } from '#domain/money/money.ts'
import { foldCheckOut, foldShift } from './fold.ts'
import type { Shift, ShiftEvent } from './shift.ts'

describe('a drawer session', () => {
  test('[SHIFT1] is open from its float, and only the first opening counts', () => {
    const shift = shiftOf(shiftOpened(), shiftOpened({ float: minor(1) }))
    expect(shift).toMatchObject({
      id: SHIFT,
      status: 'open',
      float: 10_000,
      moves: [],
      counts: [],
      closed: null,
    })
  })

  test('[SHIFT1] what comes before the opening changes nothing', () => {
    expect(foldShift(SHIFT, null, cashMoved('m1', 'drop', 100))).toBeNull()
    expect(foldShift(SHIFT, null, shiftClosed())).toBeNull()
  })

  test('[CASHMOVE4] keeps every cash move once', () => {
    const { moves } = shiftOf(
      shiftOpened(),
      cashMoved('m1', 'drop', 100),
      cashMoved('m1', 'drop', 900),
      cashMoved('m2', 'drop', 100),
    )
    expect(moves.map(({ moveId, amount }) => [moveId, amount])).toEqual([
      ['m1', 100],
      ['m2', 100],
    ])
  })

  test('[SHIFT6] the first close stands, another one is kept, and the same one again is the same', () => {
    const first = shiftClosed({ counted: minor(9_000), by: 'ana' })
    const second = shiftClosed({ counted: minor(8_000), by: 'rui' })
    const shift = shiftOf(shiftOpened(), first, second, first, second)
    expect(shift.status).toBe('closed')
    expect(shift.closed).toEqual(first.payload)
    expect(shift.otherCloses).toEqual([second.payload])
  })

  test('[SHIFT7] cash that moved after the close is kept', () => {
    const shift = shiftOf(shiftOpened(), shiftClosed(), cashMoved('m1', 'paid_out', 500))
    expect(shift.moves).toHaveLength(1)
    expect(shift.closed).toEqual(shiftClosed().payload)
  })

  test('[COUNT2] keeps every count, the last one last', () => {
    const { counts } = shiftOf(
      shiftOpened(),
      drawerCounted(9_000, 10_000),
      drawerCounted(9_000, 10_000),
      drawerCounted(9_500, 10_000, { by: 'rui' }),
    )
    expect(counts.map(({ total, by }) => [total, by])).toEqual([
      [9_000, 'ana'],
      [9_500, 'rui'],
    ])
  })

  test('[SHIFT6] any events, repeated at will, fold to the same, and never throw', () => {
    const events = fc.array(
      fc.constantFrom<ShiftEvent>(
        shiftOpened(),
        cashMoved('m1', 'paid_in', 5),
        cashMoved('m2', 'tip_out', 7),
        drawerCounted(1, 2),
        drawerCounted(3, 4),
        shiftClosed({ by: 'ana' }),
        shiftClosed({ by: 'rui' }),
      ),
    )
    const fold = (all: readonly ShiftEvent[]): Shift | null =>
      all.reduce<Shift | null>((before, event) => foldShift(SHIFT, before, event), null)
    fc.assert(
      fc.property(events, (all) => {
        expect(fold(all.flatMap((event) => [event, event]))).toEqual(fold(all))
      }),
    )
  })
})

describe('a check-out', () => {
  test('[CHECKOUT4] counts once, as it was first written', () => {
    const done = {
      userId: 'ana',
      businessDate: '2026-11-20',
      orders: 1,
      covers: 2,
      sales: minor(500),
      cash: minor(500),
      cardTips: minor(0),
      declaredTips: minor(0),
      due: minor(500),
      by: 'ana',
      approvedBy: null,
      at: 1,
    }
    const first = foldCheckOut('c1', null, { type: 'check_out_done', payload: done })
    expect(first).toEqual({ ...done, id: 'c1' })
    expect(foldCheckOut('c1', first, { type: 'check_out_done', payload: { ...done, due: minor(1) } })).toBe(
      first,
    )
  })
})
