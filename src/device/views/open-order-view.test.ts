import { describe, expect, test } from 'vitest'
import { added, coversSet, NOON, opened, prepared, sent, taken } from '../../../tests/support/facts.ts'
import { guestSet, merged, transferred } from '../../../tests/support/order-facts.ts'
import { openBillOf } from '../../../tests/support/bills.ts'
import type { Draft } from '#domain/event/event.ts'
import { openOrderView, tableState } from './open-order-view.ts'

const names = { personName: (id: string | null) => `name of ${id}` }
const viewOf = (...facts: readonly Draft[]) => openOrderView(openBillOf(opened(), ...facts), names)

describe('an open order on the floor', () => {
  test('[FLOOR1] is taken, then in the kitchen, then ready; part of it paid shows until something is ready', () => {
    expect(viewOf().state).toBe('taken')
    expect(viewOf(added('a')).state).toBe('taken')
    expect(viewOf(added('a'), sent('a'), added('b')).state).toBe('sent')
    expect(viewOf(added('a'), sent('a'), taken('p1', 1)).state).toBe('part_paid')
    const ready = viewOf(added('a'), sent('a'), taken('p1', 1), prepared('a', 'ready'))
    expect(ready.state).toBe('ready')
  })

  test('[FLOOR1] names who answers for it now, its guest, and when something last went to the kitchen', () => {
    const view = viewOf(
      transferred('rui'),
      guestSet({ name: 'Inês' }, NOON + 600_000),
      added('a'),
      sent('a', NOON + 1_000),
      added('b'),
      sent('b', NOON + 9_000),
      added('c'),
    )
    expect(view).toMatchObject({
      waiterId: 'rui',
      waiter: 'name of rui',
      guestName: 'Inês',
      dueAt: NOON + 600_000,
      lastSentAt: NOON + 9_000,
      unsent: 1,
    })
    expect(viewOf(added('a')).lastSentAt).toBeNull()
  })

  test('[BILL3] counts the guests of what is merged into it', () => {
    const other = [opened({ tableId: 't2', covers: 3 }, 'o2'), merged('o2', 'o1')]
    expect(viewOf(coversSet(2), ...other).covers).toBe(5)
  })
})

test('[FLOOR1] of two orders on one table the more urgent one is the table’s state', () => {
  expect(tableState([])).toBe('free')
  expect(tableState([{ state: 'taken' }, { state: 'sent' }])).toBe('sent')
  expect(tableState([{ state: 'sent' }, { state: 'part_paid' }])).toBe('part_paid')
  expect(tableState([{ state: 'ready' }, { state: 'part_paid' }])).toBe('ready')
})
