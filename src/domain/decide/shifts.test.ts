import { describe, expect, test } from 'vitest'
import { DATE, NOON, taken } from '../../../tests/support/facts.ts'
import { as, given } from '../../../tests/support/given.ts'
import {
  cashMoved,
  drawerAfter,
  drawerCounted,
  SHIFT,
  shiftClosed,
} from '../../../tests/support/shift-facts.ts'
import { minor } from '#domain/money/money.ts'
import type { DrawerFacts } from '#domain/shift/drawer-facts.ts'
import { CASH_MOVES, type CashMoveKind } from '#domain/shift/shift.ts'
import type { Approval } from '#domain/staff/approval.ts'
import { rightsOf } from '#domain/staff/rights.ts'

const NO_AMOUNTS = [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, 100_000_000_001]
const OPEN = drawerAfter([])
const CLOSED = drawerAfter([shiftClosed()])
const ent = { type: 'shift', id: SHIFT } as const

function yes(action: Approval['action'], subjects: readonly string[] = [SHIFT]): Approval {
  return { by: 'rui', action, commandId: 'c1', subjects, limit: null }
}

describe('opening a drawer', () => {
  const open = { type: 'open_shift', shiftId: SHIFT, drawer: ' front ', float: 10_000 } as const

  test('[SHIFT1] begins its session with the float', () => {
    given()
      .when(open)
      .thenEvents({
        ent,
        event: {
          type: 'shift_opened',
          payload: {
            drawer: 'front',
            float: minor(10_000),
            businessDate: DATE,
            openedAt: NOON,
            openedBy: 'ana',
            approvedBy: null,
          },
        },
      })
  })

  test('[SHIFT2] a drawer that is open is not opened again, one that was closed is', () => {
    const again = { ...open, shiftId: 's2' }
    given().when(again, { drawer: OPEN }).thenRefused('drawer_in_use', 'SHIFT2')
    given()
      .when(again, { drawer: CLOSED })
      .thenLike({ ent: { id: 's2' } })
  })

  test('[SHIFT1] the same opening again is the same', () => {
    given().when(open, { drawer: OPEN }).thenEvents()
    given().when(open, { drawer: CLOSED }).thenEvents()
  })

  test.each(NO_AMOUNTS)('[SHIFT3] is refused with a float of %s', (float) => {
    given()
      .when({ ...open, float })
      .thenRefused('bad_amount', 'SHIFT3')
  })

  test('[SHIFT3] an empty drawer is one', () => {
    given()
      .when({ ...open, float: 0 })
      .thenLike({ event: { payload: { float: 0 } } })
  })

  test.each(['', '  ', 'x'.repeat(81)])('[SHIFT1] is refused for a drawer called %j', (drawer) => {
    given()
      .when({ ...open, drawer })
      .thenRefused('bad_drawer', 'SHIFT1')
  })

  test('[ORDER1] is refused before the settings are here', () => {
    given().when(open, { settings: null }).thenRefused('store_not_ready', 'ORDER1')
  })

  test('[ROLE3] a role that needs approval for it names who gave it', () => {
    const rights = rightsOf('waiter')
    const actor = {
      id: 'eva',
      role: 'new',
      rights: { ...rights, actions: { ...rights.actions, open_drawer: 'approval' } },
    } as const
    given().when(open, { actor }).thenRefused('approval_needed', 'ROLE3')
    given()
      .when(open, { actor, approval: yes('open_drawer') })
      .thenLike({ event: { payload: { openedBy: 'eva', approvedBy: 'rui' } } })
  })
})

describe('moving cash', () => {
  const move = {
    type: 'move_cash',
    shiftId: SHIFT,
    moveId: 'm1',
    kind: 'paid_out',
    amount: 1_500,
    party: ' Zé ',
    reason: ' fish ',
  } as const
  const by = { ...as('manager'), drawer: OPEN }

  test('[CASHMOVE1] writes what, how much, to whom and why', () => {
    given()
      .when(move, by)
      .thenEvents({
        ent,
        event: {
          type: 'shift_cash_moved',
          payload: {
            moveId: 'm1',
            kind: 'paid_out',
            amount: minor(1_500),
            party: 'Zé',
            by: 'rui',
            approvedBy: null,
            reason: 'fish',
            at: NOON,
          },
        },
      })
  })

  test.each([0, ...NO_AMOUNTS])('[CASHMOVE1] is refused with an amount of %s', (amount) => {
    given()
      .when({ ...move, amount }, by)
      .thenRefused('bad_amount', 'CASHMOVE1')
  })

  test('[CASHMOVE1] is refused of a kind that is none', () => {
    given()
      .when({ ...move, kind: 'stolen' as CashMoveKind }, by)
      .thenRefused('bad_amount', 'CASHMOVE1')
  })

  test('[DRAWER2] a no sale moves no cash, has a reason, and is a right of its own', () => {
    const noSale = { ...move, kind: 'no_sale', amount: 0, party: '' } as const
    given()
      .when(noSale, by)
      .thenLike({ event: { payload: { kind: 'no_sale', amount: 0, reason: 'fish', by: 'rui' } } })
    given()
      .when({ ...noSale, amount: 1 }, by)
      .thenRefused('bad_amount', 'DRAWER2')
    given().when(noSale, { drawer: OPEN }).thenRefused('approval_needed', 'ROLE3')
  })

  test.each(CASH_MOVES)('[CASHMOVE2] a %s has a reason', (kind) => {
    given()
      .when({ ...move, kind, amount: kind === 'no_sale' ? 0 : 1, reason: '  ' }, by)
      .thenRefused('reason_missing', 'CASHMOVE2')
  })

  test('[CASHMOVE2] whoever gets cash is named; the safe need not be', () => {
    for (const kind of ['paid_out', 'tip_out'] as const) {
      given()
        .when({ ...move, kind, party: ' ' }, by)
        .thenRefused('party_missing', 'CASHMOVE2')
    }
    for (const kind of ['drop', 'paid_in'] as const) {
      given()
        .when({ ...move, kind, party: '' }, by)
        .thenLike({ event: { payload: { kind, party: '' } } })
    }
    given()
      .when({ ...move, party: 'x'.repeat(81) }, by)
      .thenRefused('note_too_long', 'CASHMOVE2')
  })

  test.each(['paid_out', 'tip_out'] as const)(
    '[CASHMOVE3] a %s above what the role does alone is approved',
    (kind) => {
      const asked = { ...move, kind }
      given().when(asked, { drawer: OPEN }).thenRefused('approval_needed', 'ROLE3')
      given()
        .when(asked, { drawer: OPEN, approval: yes('move_cash') })
        .thenLike({ event: { payload: { by: 'ana', approvedBy: 'rui' } } })
      const actor = { id: 'ana', role: 'lead', rights: { ...rightsOf('waiter'), paidOutMax: 1_500 } }
      given()
        .when(asked, { drawer: OPEN, actor })
        .thenLike({ event: { payload: { approvedBy: null } } })
      given()
        .when({ ...asked, amount: 1_501 }, { drawer: OPEN, actor })
        .thenRefused('approval_needed', 'ROLE3')
    },
  )

  test.each(['paid_in', 'drop'] as const)('[CASHMOVE3] a %s needs nobody', (kind) => {
    given()
      .when({ ...move, kind }, { drawer: OPEN })
      .thenLike({ event: { payload: { kind, approvedBy: null } } })
  })

  test('[CASHMOVE4] the same move again is one move, after the close too', () => {
    given()
      .when(move, { ...by, drawer: drawerAfter([cashMoved('m1', 'paid_out', 1_500)]) })
      .thenEvents()
    const closed = drawerAfter([cashMoved('m1', 'paid_out', 1_500), shiftClosed()])
    given()
      .when(move, { ...by, drawer: closed })
      .thenEvents()
  })

  test('[CASHMOVE5] more may go out than the books hold: they may not know every sale yet', () => {
    given()
      .when({ ...move, amount: 99_999 }, by)
      .thenLike({ event: { payload: { amount: 99_999 } } })
  })
})

describe('counting a drawer', () => {
  const pieces = [
    { value: 5_000, count: 1 },
    { value: 100, count: 49 },
    { value: 1, count: 3 },
    { value: 2, count: 0 },
  ]
  const count = { type: 'count_drawer', shiftId: SHIFT, pieces, blind: false } as const

  test('[COUNT1] adds up its coins and notes, beside what the books said', () => {
    const drawer = drawerAfter([cashMoved('m1', 'paid_in', 7)])
    given()
      .when(count, { ...as('manager'), drawer })
      .thenEvents({
        ent,
        event: {
          type: 'shift_counted',
          payload: {
            pieces: pieces.map((piece) => ({ ...piece, value: minor(piece.value) })),
            total: minor(9_903),
            expected: minor(10_007),
            blind: false,
            by: 'rui',
            at: NOON,
          },
        },
      })
  })

  test('[COUNT1] no pieces are an empty drawer', () => {
    given()
      .when({ ...count, pieces: [] }, { drawer: OPEN })
      .thenLike({ event: { payload: { total: 0 } } })
  })

  test.each([
    [[{ value: 0, count: 1 }]],
    [[{ value: -100, count: 1 }]],
    [[{ value: 0.5, count: 1 }]],
    [[{ value: Number.NaN, count: 1 }]],
    [[{ value: 100, count: -1 }]],
    [[{ value: 100, count: 1.5 }]],
    [[{ value: 100, count: Number.NaN }]],
    [[{ value: 100, count: 2 ** 53 }]],
    [[{ value: 100_000_000_000, count: 2 }]],
    [
      [
        { value: 100, count: 1 },
        { value: 100, count: 1 },
      ],
    ],
    [Array.from({ length: 101 }, (_, i) => ({ value: i + 1, count: 1 }))],
  ])('[COUNT1] coins and notes that make no sense are refused (case %#)', (odd) => {
    given()
      .when({ ...count, pieces: odd }, { drawer: OPEN })
      .thenRefused('bad_count', 'COUNT1')
  })

  test('[COUNT3] whoever may not see what is expected counts blind', () => {
    given()
      .when(count, { drawer: OPEN })
      .thenLike({ event: { payload: { blind: true } } })
    given()
      .when({ ...count, blind: true }, { ...as('manager'), drawer: OPEN })
      .thenLike({ event: { payload: { blind: true } } })
  })
})

describe('closing a drawer', () => {
  const close = { type: 'close_shift', shiftId: SHIFT } as const
  const sold = [taken('p1', 900, 'cash', { shiftId: SHIFT, tip: minor(50) })]

  test.each([
    [10_950, 0],
    [11_000, 50],
    [10_000, -950],
    [0, -10_950],
  ])('[SHIFT4] freezes what was counted beside what was expected: %i is %i off', (counted, difference) => {
    given()
      .when(close, { drawer: drawerAfter([drawerCounted(counted, 10_950)], sold) })
      .thenEvents({
        ent,
        event: {
          type: 'shift_closed',
          payload: {
            expected: minor(10_950),
            counted: minor(counted),
            difference: minor(difference),
            cashSales: minor(900),
            cashTips: minor(50),
            cashRefunds: minor(0),
            paidIn: minor(0),
            paidOut: minor(0),
            drops: minor(0),
            tipsOut: minor(0),
            by: 'ana',
            approvedBy: null,
            at: NOON,
          },
        },
      })
  })

  test('[SHIFT4] is refused before it is counted', () => {
    given().when(close, { drawer: OPEN }).thenRefused('drawer_not_counted', 'SHIFT4')
  })

  test('[SHIFT5] cash that moved since the count asks for another count, and the last one counts', () => {
    const stale = drawerAfter([drawerCounted(10_000, 10_000)], sold)
    given().when(close, { drawer: stale }).thenRefused('count_outdated', 'SHIFT5')
    const moved = drawerAfter([drawerCounted(10_000, 10_000), cashMoved('m1', 'drop', 1)])
    given().when(close, { drawer: moved }).thenRefused('count_outdated', 'SHIFT5')
    const again = drawerAfter(
      [drawerCounted(10_000, 10_000), drawerCounted(10_900, 10_950, { by: 'rui' })],
      sold,
    )
    given()
      .when(close, { drawer: again })
      .thenLike({ event: { payload: { counted: 10_900, difference: -50 } } })
  })
})

describe('a drawer that is not there', () => {
  const commands = [
    { type: 'move_cash', shiftId: SHIFT, moveId: 'm1', kind: 'drop', amount: 1, party: '', reason: 'safe' },
    { type: 'count_drawer', shiftId: SHIFT, pieces: [], blind: true },
    { type: 'close_shift', shiftId: SHIFT },
  ] as const

  test.each(commands)('[SHIFT6] $type is refused once it is closed', (command) => {
    given().when(command, { drawer: CLOSED }).thenRefused('shift_closed', 'SHIFT6')
  })

  test.each(commands)('[SHIFT1] $type is refused when nobody knows it', (command) => {
    const other: DrawerFacts = { ...OPEN, shift: { ...OPEN.shift, id: 's9' } }
    given().when(command, { drawer: null }).thenRefused('unknown_shift', 'SHIFT1')
    given().when(command, { drawer: other }).thenRefused('unknown_shift', 'SHIFT1')
  })
})

test('[ROLE1] a role with no right to drawers is refused before anything else', () => {
  const rights = rightsOf('waiter')
  const actor = {
    id: 'x',
    role: 'x',
    rights: { ...rights, actions: { ...rights.actions, close_shift: 'no' } },
  } as const
  given().when({ type: 'close_shift', shiftId: 'nothing' }, { actor }).thenRefused('not_allowed', 'ROLE1')
  expect(rights.actions.close_shift).toBe('alone')
})
