import { describe, expect, test } from 'vitest'
import { contextOf } from '../../../tests/support/given.ts'
import type { Command } from '#domain/command.ts'
import { decide } from '#domain/decide/decide.ts'
import { ACTIONS, may, ROLES, type Action, type Role } from './permissions.ts'

const EVERYBODY: readonly Action[] = ['take_order', 'take_payment', 'prepare']

describe('who may do what', () => {
  test.each(ACTIONS)('[ROLE1] %s', (action) => {
    expect(may('waiter', action)).toBe(EVERYBODY.includes(action))
    expect(may('manager', action)).toBe(true)
    expect(may('owner', action)).toBe(true)
  })

  test('[ROLE2] a role this program does not know may do nothing', () => {
    for (const action of ACTIONS) expect(may('cook' as Role, action)).toBe(false)
    for (const action of ACTIONS) expect(may('' as Role, action)).toBe(false)
  })
})

const COMMANDS: readonly [Command, readonly Role[]][] = [
  [{ type: 'open_order', orderId: 'o1', service: 'takeaway', tableId: null, covers: 1 }, ROLES],
  [{ type: 'add_item', orderId: 'o1', itemId: 'i1', menuItemId: 'tea', qty: 1, note: '' }, ROLES],
  [{ type: 'set_item_qty', orderId: 'o1', itemId: 'i1', qty: 2 }, ROLES],
  [{ type: 'set_item_note', orderId: 'o1', itemId: 'i1', note: '' }, ROLES],
  [{ type: 'remove_item', orderId: 'o1', itemId: 'i1' }, ROLES],
  [{ type: 'set_covers', orderId: 'o1', covers: 2 }, ROLES],
  [{ type: 'send_order', orderId: 'o1' }, ROLES],
  [{ type: 'cancel_order', orderId: 'o1', reason: '' }, ROLES],
  [{ type: 'set_preparation', orderId: 'o1', itemIds: ['i1'], preparation: 'ready' }, ROLES],
  [{ type: 'take_payment', orderId: 'o1', paymentId: 'p1', method: 'cash', amount: 1, tendered: 1 }, ROLES],
  [{ type: 'print_receipt', orderId: 'o1' }, ROLES],
  [{ type: 'void_item', orderId: 'o1', itemId: 'i1', reason: 'cold' }, ['manager', 'owner']],
  [{ type: 'save_record', recordType: 'area', recordId: 'a', fields: { name: 'In' } }, ['manager', 'owner']],
]

describe('a command', () => {
  test.each(COMMANDS)(
    '[ROLE1] $type is refused to whoever may not, before anything else',
    (command, allowed) => {
      for (const role of [...ROLES, 'cook' as Role]) {
        const decision = decide(command, contextOf({ actor: { id: 'x', role } }))
        const refused = !decision.ok && decision.error.code === 'not_allowed'
        expect(refused, role).toBe(!allowed.includes(role))
      }
    },
  )
})
