import { describe, test } from 'vitest'
import { added, opened, paymentVoided, SETTINGS, taken } from '../../../tests/support/facts.ts'
import { as, given } from '../../../tests/support/given.ts'
import { drawerOf } from '../../../tests/support/payment-facts.ts'
import type { PaymentMethod } from '#domain/payment/payment.ts'

const PAY = {
  type: 'take_payment',
  orderId: 'o1',
  paymentId: 'p1',
  method: 'cash',
  amount: 500,
  tendered: 500,
} as const
const TEAS = [opened(), added('i1', { qty: 2 })] as const

describe('whom and how', () => {
  const MEAL: PaymentMethod & { readonly id: string } = {
    id: 'm1',
    name: 'Meal card',
    kind: 'voucher',
    position: 1,
    active: true,
  }
  const VOUCHER = { ...PAY, method: 'voucher', methodId: 'm1', amount: 100, tendered: 100 } as const

  test('[PAY10] the tip is the waiter’s of the order, or of the person named, and no part of the sale', () => {
    const part = { ...PAY, method: 'card', amount: 100, tip: 30, tendered: 130 } as const
    given(...TEAS)
      .when(part, as('manager'))
      .thenLike({ event: { payload: { amount: 100, tip: 30, tipFor: 'ana' } } })
    given(...TEAS)
      .when({ ...part, tipFor: 'eva' }, { person: { id: 'eva', role: 'waiter' } })
      .thenLike({ event: { payload: { tipFor: 'eva' } } })
    given(...TEAS)
      .when({ ...part, tip: 0, tendered: 100 })
      .thenLike({ event: { payload: { tip: 0, tipFor: null } } })
    given(...TEAS)
      .when({ ...PAY, tip: 30, tendered: 600 })
      .thenLike(
        { event: { payload: { tip: 30, change: 70 } } },
        {},
        { event: { payload: { sale: { total: 500 } } } },
        {},
      )
  })

  test('[PAY10] a tip for somebody who does not work here is refused', () => {
    given(...TEAS)
      .when({ ...PAY, tipFor: 'eva' })
      .thenRefused('unknown_person', 'PAY10')
    given(...TEAS)
      .when({ ...PAY, tipFor: 'eva' }, { person: { id: 'rui', role: 'waiter' } })
      .thenRefused('unknown_person', 'PAY10')
  })

  test.each([-1, 0.5, Number.NaN, 2 ** 53])('[PAY2] a tip of %s is refused', (tip) => {
    given(...TEAS)
      .when({ ...PAY, tip, tendered: 900 })
      .thenRefused('bad_amount', 'PAY2')
  })

  test('[PAY12] a method of the store’s own has its name', () => {
    given(...TEAS)
      .when(VOUCHER, { method: MEAL })
      .thenEvents(taken('p1', 100, 'voucher', { methodName: 'Meal card' }))
  })

  test.each<readonly [string, (PaymentMethod & { readonly id: string }) | null]>([
    ['unknown', null],
    ['another', { ...MEAL, id: 'm2' }],
    ['not in use', { ...MEAL, active: false }],
    ['of another kind', { ...MEAL, kind: 'card' }],
  ])('[PAY12] a method that is %s is refused', (_, method) => {
    given(...TEAS)
      .when(VOUCHER, { method })
      .thenRefused('unknown_method', 'PAY12')
  })

  test('[PAY12] “other” without a name is refused', () => {
    given(...TEAS)
      .when({ ...PAY, method: 'other' })
      .thenRefused('unknown_method', 'PAY12')
  })

  test('[PAY13] a reference counts once for its method', () => {
    const used = taken('p0', 100, 'voucher', { methodName: 'Meal card', reference: 'V7' })
    const again = { ...VOUCHER, reference: ' V7 ' }
    given(...TEAS, used)
      .when(again, { method: MEAL })
      .thenRefused('reference_used', 'PAY13')
    given(...TEAS, used, paymentVoided('p0'))
      .when(again, { method: MEAL })
      .thenLike({ event: { payload: { reference: 'V7' } } })
    given(...TEAS, used)
      .when({ ...again, methodId: null })
      .thenLike({ ent: { id: 'p1' } })
    given(...TEAS, taken('p0', 100, 'voucher', { methodName: 'Meal card' }))
      .when({ ...again, reference: '' }, { method: MEAL })
      .thenLike({ ent: { id: 'p1' } })
    given(...TEAS)
      .when({ ...again, reference: 'x'.repeat(81) }, { method: MEAL })
      .thenRefused('reference_too_long', 'PAY13')
  })

  test('[PAY14] cash goes to the open drawer here, a card to none', () => {
    const drawer = drawerOf('s1')
    given(...TEAS)
      .when({ ...PAY, amount: 100, tendered: 100 }, { drawer })
      .thenEvents(taken('p1', 100, 'cash', { shiftId: 's1' }))
    given(...TEAS)
      .when({ ...VOUCHER, methodId: null }, { drawer })
      .thenLike({ event: { payload: { shiftId: null } } })
    given(...TEAS)
      .when(PAY, { drawer: drawerOf('s1', 'closed') })
      .thenLike({ event: { payload: { shiftId: null } } }, {}, {}, {})
  })

  test('[PAY14] a store may refuse cash without an open drawer', () => {
    const settings = { ...SETTINGS, cashNeedsShift: true }
    given(...TEAS)
      .when(PAY, { settings })
      .thenRefused('no_open_shift', 'PAY14')
    given(...TEAS)
      .when(PAY, { settings, drawer: drawerOf('s1', 'closed') })
      .thenRefused('no_open_shift', 'PAY14')
    given(...TEAS)
      .when({ ...PAY, method: 'card' }, { settings })
      .thenLike({ event: { payload: { method: 'card' } } }, {}, {}, {})
  })

  test('[ROLE3] a role that needs a yes for payments gets none without it', () => {
    const { actor } = as('waiter')
    const actions = { ...actor.rights.actions, take_payment: 'approval' as const }
    given(...TEAS)
      .when(PAY, { actor: { ...actor, rights: { ...actor.rights, actions } } })
      .thenRefused('approval_needed', 'ROLE3')
  })
})
