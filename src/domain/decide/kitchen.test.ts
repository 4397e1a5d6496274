import { describe, expect, test } from 'vitest'
import { decide } from './decide.ts'
import { added, cancelled, closed, opened, prepared, removed } from '../../../tests/support/facts.ts'
import { NOON, saleOf, sent, TEA, voided } from '../../../tests/support/facts.ts'
import { as, contextOf, given } from '../../../tests/support/given.ts'

const SEND = { type: 'send_order', orderId: 'o1' } as const
const FIRE = { type: 'fire_course', orderId: 'o1', course: 2 } as const
const READY = { type: 'set_preparation', orderId: 'o1', itemIds: ['i1'], preparation: 'ready' } as const

describe('sending an order', () => {
  test('[SEND1] sends what is new', () => {
    given(opened(), added('i1'), added('i2')).when(SEND).thenEvents(sent('i1'), sent('i2'))
  })

  test('[SEND1] never sends twice what the kitchen already has', () => {
    given(opened(), added('i1'), sent('i1'), added('i2')).when(SEND).thenEvents(sent('i2'))
  })

  test('[SEND1] leaves removed and voided lines alone', () => {
    given(opened(), added('i1'), removed('i1'), added('i2'), sent('i2'), voided('i2'), added('i3'))
      .when(SEND)
      .thenEvents(sent('i3'))
  })

  test('[SEND3] takes 300 lines at once, the oldest first, and paying asks to send the rest', () => {
    const many = Array.from({ length: 301 }, (_, i) => added(`i${i}`))
    const long = given(opened(), ...many)
    const sending = decide(SEND, contextOf({ bill: long.bill }))
    expect(sending).toMatchObject({ ok: true })
    expect(sending.ok && sending.value.map(({ ent }) => ent.id)).toEqual(
      many.slice(0, 300).map(({ ent }) => ent.id),
    )
    const due = 301 * TEA.price
    long
      .when({
        type: 'take_payment',
        orderId: 'o1',
        paymentId: 'p1',
        method: 'cash',
        amount: due,
        tendered: due,
      })
      .thenRefused('too_many_unsent', 'SEND3')
  })

  test('[SEND1] is refused when there is nothing new', () => {
    given(opened()).when(SEND).thenRefused('nothing_to_send', 'SEND1')
    given(opened(), added('i1'), sent('i1')).when(SEND).thenRefused('nothing_to_send', 'SEND1')
    given(opened(), added('i1'), removed('i1')).when(SEND).thenRefused('nothing_to_send', 'SEND1')
  })
})

describe('holding and firing', () => {
  const HELD = { held: true } as const
  const COURSES = [
    opened(),
    added('i1'),
    added('i2', { ...HELD, course: 2 }),
    added('i3', { ...HELD, course: 3 }),
  ] as const

  test('[SEND4] a held line stays here when the order is sent', () => {
    given(...COURSES)
      .when(SEND)
      .thenEvents(sent('i1'))
    given(opened(), added('i1', HELD)).when(SEND).thenRefused('nothing_to_send', 'SEND1')
  })

  test('[COURSE1] firing sends what is held for a course', () => {
    given(...COURSES)
      .when(FIRE)
      .thenEvents(sent('i2'))
    given(opened(), added('i1', { ...HELD, course: 0 }), added('i2', { ...HELD, course: 2 }))
      .when({ ...FIRE, course: 0 })
      .thenEvents(sent('i1'))
  })

  test('[COURSE1] firing everything sends all that is held, and nothing else', () => {
    given(...COURSES)
      .when({ ...FIRE, course: null })
      .thenEvents(sent('i2'), sent('i3'))
  })

  test('[COURSE1] is refused when nothing is held for it, or it was fired', () => {
    given(opened(), added('i1', { course: 2 }))
      .when(FIRE)
      .thenRefused('nothing_to_send', 'COURSE1')
    given(...COURSES, sent('i2'))
      .when(FIRE)
      .thenRefused('nothing_to_send', 'COURSE1')
    given(...COURSES)
      .when({ ...FIRE, course: Number.NaN })
      .thenRefused('nothing_to_send', 'COURSE1')
  })

  test('[SEND3] takes 300 lines at once, the oldest first', () => {
    const many = Array.from({ length: 301 }, (_, i) => added(`i${i}`, HELD))
    const { bill } = given(opened(), ...many)
    const firing = decide({ ...FIRE, course: null }, contextOf({ bill }))
    expect(firing.ok && firing.value.map(({ ent }) => ent.id)).toEqual(
      many.slice(0, 300).map(({ ent }) => ent.id),
    )
  })

  test('[ROLE3] who may not send alone asks', () => {
    const { actor } = as('waiter')
    const rights = { ...actor.rights, actions: { ...actor.rights.actions, send: 'approval' } } as const
    given(...COURSES)
      .when(SEND, { actor: { ...actor, rights } })
      .thenRefused('approval_needed', 'ROLE3')
  })
})

describe('preparing', () => {
  test('[KITCHEN1] writes the new state and when', () => {
    given(opened(), added('i1'), sent('i1'))
      .when(READY, { now: NOON + 60_000 })
      .thenEvents(prepared('i1', 'ready', NOON + 60_000))
  })

  test('[KITCHEN1] may go back: a cook who tapped too early', () => {
    given(opened(), added('i1'), sent('i1'), prepared('i1', 'ready'))
      .when({ ...READY, preparation: 'preparing' })
      .thenEvents(prepared('i1', 'preparing'))
  })

  test('[KITCHEN1] a second tap on the same state writes nothing', () => {
    given(opened(), added('i1'), sent('i1'), prepared('i1', 'ready')).when(READY).thenEvents()
  })

  test('[KITCHEN1] goes on when the order is paid or cancelled meanwhile', () => {
    given(opened(), added('i1'), sent('i1'), closed(saleOf())).when(READY).thenEvents(prepared('i1', 'ready'))
    given(opened(), added('i1'), sent('i1'), cancelled()).when(READY).thenEvents(prepared('i1', 'ready'))
  })

  test('[KITCHEN1] passes over a line that was voided, and takes the rest of the ticket', () => {
    given(opened(), added('i1'), sent('i1'), added('i2'), sent('i2'), voided('i1'))
      .when({ ...READY, itemIds: ['i1', 'i2'] })
      .thenEvents(prepared('i2', 'ready'))
  })

  test('[KITCHEN1] takes an item named twice once', () => {
    given(opened(), added('i1'), sent('i1'))
      .when({ ...READY, itemIds: ['i1', 'i1'] })
      .thenEvents(prepared('i1', 'ready'))
  })

  test('[KITCHEN1] is refused for an item that is not on the order, or for none', () => {
    given(opened(), added('i1'), sent('i1'))
      .when({ ...READY, itemIds: ['i1', 'i9'] })
      .thenRefused('unknown_item', 'KITCHEN1')
    given(opened())
      .when({ ...READY, itemIds: [] })
      .thenRefused('unknown_item', 'KITCHEN1')
  })

  test('[KITCHEN1] is refused for an item the kitchen does not have', () => {
    given(opened(), added('i1')).when(READY).thenRefused('item_not_sent', 'KITCHEN1')
  })

  test('[ORDER1] is refused on an order this device does not know', () => {
    given().when(READY).thenRefused('unknown_order', 'ORDER1')
  })
})
