import { describe, expect, test } from 'vitest'
import { openBillOf } from '../../../tests/support/bills.ts'
import { added, opened, removed, RULES, sent, taken, voided } from '../../../tests/support/facts.ts'
import { as, given } from '../../../tests/support/given.ts'
import { comped, discounted, discountRemoved } from '../../../tests/support/item-facts.ts'
import { orderDiscounted, orderDiscountRemoved } from '../../../tests/support/order-facts.ts'
import { minor } from '#domain/money/money.ts'
import { billTotals } from '#domain/order/bill.ts'
import type { Approval } from '#domain/staff/approval.ts'
import { orderDiscountPpm, ppmOf } from './discount-size.ts'

const TEN = { kind: 'percent', ratePpm: 100_000, cap: null } as const
const ONE = { kind: 'percent', ratePpm: 10_000, cap: null } as const
const NAMED = { discountId: 'd1', name: 'Regular', reason: 'regular' } as const
const ON_ORDER = { type: 'discount_order', orderId: 'o1', ...NAMED, how: TEN } as const
const ON_LINE = { type: 'discount_item', orderId: 'o1', itemId: 'i1', ...NAMED, how: TEN } as const
const COMP = { type: 'comp_item', orderId: 'o1', itemId: 'i1', reason: 'cold' } as const
const OFF_ORDER = { type: 'remove_order_discount', orderId: 'o1', discountId: 'd1' } as const
const OFF_LINE = { type: 'remove_item_discount', orderId: 'o1', itemId: 'i1', discountId: 'd1' } as const
const GIVEN = { reason: 'regular' } as const
const RUI = { by: 'rui' } as const

const combo = { id: 'm1', menuItemId: 'menu', name: 'Menu' }
const COMBO = [
  opened(),
  added('m1-1', { combo, unitPrice: minor(600) }),
  added('m1-2', { combo, unitPrice: minor(300) }),
  added('m1-3', { combo, unitPrice: minor(0) }),
] as const

function amountOff(amount: number) {
  return { kind: 'amount', amount: minor(amount) } as const
}

function approvalFor(over: Partial<Approval> = {}): Approval {
  return { by: 'rui', action: 'discount', commandId: 'c1', subjects: ['o1'], limit: null, ...over }
}

describe('a discount on the order', () => {
  test('[DISC1] is written with its name, reason and who gave it', () => {
    given(opened(), added('i1'))
      .when({ ...ON_ORDER, name: ' Regular ', reason: ' regular ' })
      .thenEvents(orderDiscounted(GIVEN))
  })

  test('[PRICE5] the same again takes the place of the first, and is measured alone', () => {
    given(opened(), added('i1'), orderDiscounted()).when(ON_ORDER).thenEvents(orderDiscounted(GIVEN))
  })

  test('[DISC2] above what the role gives alone somebody approves, up to what they said', () => {
    const how = { ...TEN, ratePpm: 100_001 }
    const asked = { ...ON_ORDER, how }
    const facts = [opened(), added('i1')]
    given(...facts)
      .when(asked)
      .thenRefused('approval_needed', 'ROLE3')
    given(...facts)
      .when(asked, { approval: approvalFor({ limit: 100_001 }) })
      .thenEvents(orderDiscounted({ ...GIVEN, how, approvedBy: 'rui' }))
    given(...facts)
      .when(asked, { approval: approvalFor({ limit: 100_000 }) })
      .thenRefused('approval_does_not_fit', 'ROLE4')
    given(...facts)
      .when(asked, as('manager'))
      .thenEvents(orderDiscounted({ ...GIVEN, how, ...RUI }))
  })

  test('[DISC2] an amount counts as the share it is of the lines after their own discounts', () => {
    const facts = [opened(), added('i1', { qty: 4 })]
    given(...facts)
      .when({ ...ON_ORDER, how: amountOff(100) })
      .thenEvents(orderDiscounted({ ...GIVEN, how: amountOff(100) }))
    given(...facts)
      .when({ ...ON_ORDER, how: amountOff(101) })
      .thenRefused('approval_needed', 'ROLE3')
    given(opened(), added('i1', { qty: 4 }), comped('i1'))
      .when({ ...ON_ORDER, how: amountOff(1) })
      .thenRefused('approval_needed', 'ROLE3')
  })

  test('[DISC2] ten small discounts are one big one: on the order, or on one of its lines', () => {
    given(opened(), added('i1'), orderDiscounted({ id: 'd0' }))
      .when({ ...ON_ORDER, how: ONE })
      .thenRefused('approval_needed', 'ROLE3')
    given(opened(), added('i0'), added('i1'), discounted('i1'))
      .when({ ...ON_ORDER, how: ONE })
      .thenRefused('approval_needed', 'ROLE3')
  })

  test('[DISC2] what somebody approved, a comp, and a line that is gone count for nothing', () => {
    const facts = [
      opened(),
      added('i1', { qty: 2 }),
      orderDiscounted({ id: 'd0', approvedBy: 'rui' }),
      comped('i1'),
      added('i2'),
      discounted('i2'),
      removed('i2'),
    ]
    given(...facts)
      .when(ON_ORDER)
      .thenEvents(orderDiscounted(GIVEN))
  })

  test('[DISC2] a manager may always give all of it', () => {
    const how = { ...TEN, ratePpm: 1_000_000 }
    given(opened(), added('i1'), orderDiscounted({ id: 'd0' }))
      .when({ ...ON_ORDER, how }, as('manager'))
      .thenEvents(orderDiscounted({ ...GIVEN, how, ...RUI }))
  })

  test.each([
    ['a percentage of nothing', { ...TEN, ratePpm: 0 }],
    ['a negative percentage', { ...TEN, ratePpm: -1 }],
    ['more than everything', { ...TEN, ratePpm: 1_000_001 }],
    ['a broken percentage', { ...TEN, ratePpm: 0.5 }],
    ['no percentage', { ...TEN, ratePpm: Number.NaN }],
    ['a cap of nothing', { ...TEN, cap: minor(0) }],
    ['a cap beyond money', { ...TEN, cap: (2 ** 53) as never }],
    ['an amount of nothing', amountOff(0)],
    ['a negative amount', amountOff(-1)],
    ['an amount beyond money', { kind: 'amount', amount: (2 ** 53) as never } as const],
  ])('[DISC1] is refused for %s', (_, how) => {
    given(opened(), added('i1'))
      .when({ ...ON_ORDER, how }, as('manager'))
      .thenRefused('bad_discount', 'DISC1')
  })

  test.each([
    ['no name', { name: ' ' }],
    ['a name that is too long', { name: 'x'.repeat(81) }],
    ['no id', { discountId: '' }],
    ['an id that is too long', { discountId: 'x'.repeat(81) }],
    ['the id of a comp', { discountId: 'comp' }],
  ])('[DISC1] is refused with %s', (_, wrong) => {
    given(opened(), added('i1'))
      .when({ ...ON_ORDER, ...wrong })
      .thenRefused('bad_discount', 'DISC1')
  })

  test('[DISC1] is refused without a reason', () => {
    given(opened(), added('i1'))
      .when({ ...ON_ORDER, reason: ' ' })
      .thenRefused('reason_missing', 'DISC1')
  })

  test('[ORDER12] is refused below what was already paid', () => {
    given(opened(), added('i1'), taken('p1', 226)).when(ON_ORDER).thenRefused('less_than_paid', 'ORDER12')
    given(opened(), added('i1'), taken('p1', 225)).when(ON_ORDER).thenEvents(orderDiscounted(GIVEN))
  })
})

describe('a discount on a line', () => {
  test('[DISC1] is written on the line, sent or not', () => {
    given(opened(), added('i1'), sent('i1')).when(ON_LINE).thenEvents(discounted('i1', GIVEN))
  })

  test('[DISC2] counts with what is on the line and on the order', () => {
    const how = ONE
    for (const other of [discounted('i1', { id: 'd0' }), orderDiscounted({ id: 'd0' })]) {
      given(opened(), added('i1'), other)
        .when({ ...ON_LINE, how })
        .thenRefused('approval_needed', 'ROLE3')
    }
    given(opened(), added('i1'), added('i2'), discounted('i2'))
      .when({ ...ON_LINE, how })
      .thenEvents(discounted('i1', { ...GIVEN, how }))
  })

  test('[DISC2] an approval is for this line', () => {
    const asked = { ...ON_LINE, how: { ...TEN, ratePpm: 500_000 } }
    given(opened(), added('i1'))
      .when(asked, { approval: approvalFor() })
      .thenRefused('approval_does_not_fit', 'ROLE4')
    given(opened(), added('i1'))
      .when(asked, { approval: approvalFor({ subjects: ['i1'] }) })
      .thenEvents(discounted('i1', { ...GIVEN, how: asked.how, approvedBy: 'rui' }))
  })

  test('[DISC1] on a combo is shared out over its parts to the last cent, none for a part that costs nothing', () => {
    given(...COMBO)
      .when({ ...ON_LINE, itemId: 'm1', how: amountOff(50) })
      .thenEvents(
        discounted('m1-1', { ...GIVEN, how: amountOff(33) }),
        discounted('m1-2', { ...GIVEN, how: amountOff(17) }),
      )
    const capped = { ...TEN, cap: minor(30) }
    given(...COMBO)
      .when({ ...ON_LINE, itemId: 'm1-2', how: capped })
      .thenEvents(
        discounted('m1-1', { ...GIVEN, how: { ...TEN, cap: minor(20) } }),
        discounted('m1-2', { ...GIVEN, how: { ...TEN, cap: minor(10) } }),
      )
  })

  test('[ITEM10] on a combo a percentage is each part’s own', () => {
    given(...COMBO)
      .when({ ...ON_LINE, itemId: 'm1' })
      .thenEvents(discounted('m1-1', GIVEN), discounted('m1-2', GIVEN), discounted('m1-3', GIVEN))
  })

  test('[ITEM4] is refused on a line that is not there, or no longer', () => {
    given(opened()).when(ON_LINE).thenRefused('unknown_item', 'ITEM4')
    given(opened(), added('i1'), sent('i1'), voided('i1')).when(ON_LINE).thenRefused('unknown_item', 'ITEM4')
  })

  test('[DISC1] is refused for nothing, with the id of a comp, and without a reason', () => {
    const facts = [opened(), added('i1')]
    given(...facts)
      .when({ ...ON_LINE, how: amountOff(0) })
      .thenRefused('bad_discount', 'DISC1')
    given(...facts)
      .when({ ...ON_LINE, discountId: 'comp' })
      .thenRefused('bad_discount', 'DISC1')
    given(...facts)
      .when({ ...ON_LINE, reason: '' })
      .thenRefused('reason_missing', 'DISC1')
  })

  test('[ORDER12] is refused below what was already paid', () => {
    given(opened(), added('i1'), taken('p1', 250)).when(ON_LINE).thenRefused('less_than_paid', 'ORDER12')
  })
})

describe('a comp', () => {
  const APPROVAL = approvalFor({ action: 'comp', subjects: ['i1'] })

  test('[DISC3] is a right of its own, and has a reason', () => {
    given(opened(), added('i1')).when(COMP).thenRefused('approval_needed', 'ROLE3')
    given(opened(), added('i1'))
      .when({ ...COMP, reason: ' ' }, as('manager'))
      .thenRefused('reason_missing', 'DISC3')
    given(opened(), added('i1'))
      .when(COMP, { approval: APPROVAL })
      .thenEvents(comped('i1', { approvedBy: 'rui' }))
    given(opened(), added('i1'))
      .when(COMP, { approval: { ...APPROVAL, action: 'discount' } })
      .thenRefused('approval_does_not_fit', 'ROLE4')
  })

  test('[PRICE4] takes all that is left of the line, and no more', () => {
    const facts = [opened(), added('i1', { qty: 2 }), added('i2'), discounted('i1'), comped('i1')]
    expect(billTotals(openBillOf(...facts))).toMatchObject({ subtotal: 750, discount: 500, total: 250 })
  })

  test('[ITEM10] of a combo is of all its parts', () => {
    given(...COMBO)
      .when({ ...COMP, itemId: 'm1-2' }, as('manager'))
      .thenEvents(comped('m1-1', RUI), comped('m1-2', RUI), comped('m1-3', RUI))
  })

  test('[ITEM4] is refused on a line that is not there, or no longer', () => {
    given(opened()).when(COMP, as('manager')).thenRefused('unknown_item', 'ITEM4')
    given(opened(), added('i1'), removed('i1')).when(COMP, as('manager')).thenRefused('unknown_item', 'ITEM4')
  })

  test('[ORDER12] is refused below what was already paid', () => {
    given(opened(), added('i1'), taken('p1', 1))
      .when(COMP, as('manager'))
      .thenRefused('less_than_paid', 'ORDER12')
  })
})

describe('taking a discount off', () => {
  test('[DISC4] takes exactly the one named', () => {
    given(opened(), orderDiscounted(), orderDiscounted({ id: 'd2' }))
      .when(OFF_ORDER)
      .thenEvents(orderDiscountRemoved('d1'))
    given(opened(), added('i1'), discounted('i1')).when(OFF_LINE).thenEvents(discountRemoved('i1', 'd1'))
  })

  test('[DISC4] is refused for one that is not there, or no longer', () => {
    given(opened(), orderDiscounted({ id: 'd2' }))
      .when(OFF_ORDER)
      .thenRefused('unknown_discount', 'DISC4')
    given(opened(), added('i1'), discounted('i1', { id: 'd2' }))
      .when(OFF_LINE)
      .thenRefused('unknown_discount', 'DISC4')
    given(opened()).when(OFF_LINE).thenRefused('unknown_discount', 'DISC4')
    given(opened(), added('i1'), discounted('i1'), removed('i1'))
      .when(OFF_LINE)
      .thenRefused('unknown_discount', 'DISC4')
  })

  test('[DISC4] of a comp takes the right to comp', () => {
    const facts = [opened(), added('i1'), comped('i1')]
    const off = { ...OFF_LINE, discountId: 'comp' }
    given(...facts)
      .when(off)
      .thenRefused('approval_needed', 'ROLE3')
    given(...facts)
      .when(off, as('manager'))
      .thenEvents(discountRemoved('i1', 'comp', RUI))
  })

  test('[ITEM10] of a combo is from all parts that have it', () => {
    given(...COMBO, discounted('m1-1'), discounted('m1-2'))
      .when({ ...OFF_LINE, itemId: 'm1-1' })
      .thenEvents(discountRemoved('m1-1', 'd1'), discountRemoved('m1-2', 'd1'))
  })
})

describe('the size of a discount', () => {
  test.each([
    [TEN, 250, 100_000],
    [{ ...TEN, cap: minor(10) }, 250, 40_000],
    [{ ...TEN, cap: minor(100) }, 250, 100_000],
    [amountOff(1), 3, 333_334],
    [amountOff(3), 3, 1_000_000],
    [amountOff(4), 3, 1_000_000],
    [amountOff(1), 0, 1_000_000],
    [amountOff(99_999_999_999), 100_000_000_000, 1_000_000],
    [amountOff(99_999_000_000), 100_000_000_000, 999_990],
  ])('[DISC2] of %o on %s is %s millionths', (how, base, expected) => {
    expect(ppmOf(how, base)).toBe(expected)
  })

  test('[DISC2] is never more than all of it', () => {
    const bill = openBillOf(
      opened({ rules: RULES }),
      added('i1'),
      orderDiscounted({ how: { ...TEN, ratePpm: 900_000 } }),
    )
    expect(orderDiscountPpm(bill, { id: 'd2', how: { ...TEN, ratePpm: 900_000 } })).toBe(1_000_000)
  })
})
