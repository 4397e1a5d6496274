import { describe, test } from 'vitest'
import { MENU, NOON } from '../../../tests/support/facts.ts'
import { as, given } from '../../../tests/support/given.ts'
import { charge } from '../../../tests/support/pricing.ts'
import type { Context } from '#domain/context.ts'
import type { RecordFields, RecordType } from '#domain/record/record.ts'

const OWNER = as('owner', 'rita')

function save(recordType: RecordType, fields: RecordFields, recordId = 'tea') {
  return { type: 'save_record', recordType, recordId, fields } as const
}

describe('saving a record', () => {
  test('[RECORD1] writes the fields that are named, and no other', () => {
    given()
      .when(save('menu_item', { available: false }), OWNER)
      .thenEvents({
        ent: { type: 'menu_item', id: 'tea' },
        event: { type: 'record_changed', payload: { available: false } },
      })
  })

  test('[RECORD1] is refused without an id that can travel, or without fields', () => {
    for (const id of ['', 'my tea', 'tea\n', 'chá', 'x'.repeat(81)]) {
      given()
        .when(save('menu_item', { name: 'Tea' }, id), OWNER)
        .thenRefused('bad_record', 'RECORD1')
    }
    given().when(save('menu_item', {}), OWNER).thenRefused('bad_record', 'RECORD1')
  })

  test.each(['', '   ', 7, null, 'x'.repeat(81), 'x'.repeat(10 * 1024 * 1024)])(
    '[RECORD2] is refused with a name that is none (case %#)',
    (name) => given().when(save('category', { name }), OWNER).thenRefused('bad_record', 'RECORD2'),
  )

  test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, 100_000_000_001, '250', null])(
    '[RECORD2] is refused with a price of %s',
    (price) => given().when(save('menu_item', { price }), OWNER).thenRefused('bad_price', 'RECORD2'),
  )

  test.each([0, 1, 999_999_999])('[RECORD2] is taken with a price of %s', (price) => {
    given()
      .when(save('menu_item', { price }), OWNER)
      .thenLike({ event: { payload: { price } } })
  })

  test.each([
    ['menu_item', { price: 1_000_000_000 }],
    ['menu_item', { variants: [{ id: 'l', name: 'Large', price: 1_000_000_000, active: true }] }],
    ['modifier_group', { price: 1_000_000_000 }],
    ['modifier_group', { options: [{ price: 1_000_000_000 }] }],
    ['modifier_group', { options: [null, { priceByVariant: { Large: 1_000_000_000 } }] }],
    ['price_list', { prices: { tea: 1_000_000_000 } }],
  ] as const)('[RECORD6] a %s at a price nobody asks is refused (case %#)', (type, fields) => {
    given().when(save(type, fields), OWNER).thenRefused('bad_price', 'RECORD6')
  })

  test.each([
    ['menu_item', { taxIds: 'vat-23' }],
    ['menu_item', { position: 1.5 }],
    ['menu_item', { picture: Number.NaN }],
    ['menu_item', { extra: { deep: [1, 2 ** 53] } }],
    ['tax', { ratePpm: 0.2 }],
    ['tax', { ratePpm: -1 }],
    ['tax', { ratePpm: 10_000_001 }],
    ['settings', { zone: 'Mars/Olympus' }],
    ['settings', { zone: '' }],
    ['settings', { cutoverHour: 13 }],
    ['settings', { cutoverHour: -1 }],
    ['settings', { currency: { code: 'EUR', exponent: 4 } }],
    ['settings', { currency: { code: 'euro', exponent: 2 } }],
    ['settings', { currency: null }],
    ['settings', { taxScope: 'bill' }],
    ['settings', { taxRounding: 'nearest' }],
    ['settings', { taxRounded: 'gross' }],
    ['settings', { charges: [charge(), charge()] }],
    ['settings', { cashRounding: { increment: 0, mode: 'half_up' } }],
    ['settings', { tipWindowHours: -1 }],
    ['tax', { inclusive: 1 }],
    ['tax', { perPiece: -5 }],
    ['tax', { on: ['x', 7] }],
    ['discount', { how: { kind: 'amount', amount: 0 } }],
    ['discount', { on: 'table' }],
    ['payment_method', { kind: 'cheque' }],
    ['printer', { port: 0 }],
    ['printer', { columns: 40 }],
    ['printer', { host: 7 }],
    ['table', { seats: -1 }],
    ['table', { areaId: 7 }],
    ['settings', { receiptFooter: 'x'.repeat(70_000) }],
    ['area', { ['x'.repeat(81)]: 1 }],
    ['area', { position: 1n }],
  ] as const)('[RECORD2] a %s that would stop the store is refused (case %#)', (type, fields) => {
    given().when(save(type, fields), OWNER).thenRefused('bad_record', 'RECORD2')
  })

  test('[RECORD2] settings and taxes that make sense are taken', () => {
    const currency = { code: 'KWD', exponent: 3 }
    const fields = {
      currency,
      zone: 'Asia/Kuwait',
      cutoverHour: 0,
      taxScope: 'line',
      taxRounding: 'half_even',
    }
    given()
      .when(save('settings', fields, 'settings'), OWNER)
      .thenLike({ event: { payload: fields } })
    given()
      .when(save('tax', { name: 'IVA', ratePpm: 230_000, inclusive: true, active: true }), OWNER)
      .thenLike({ event: { type: 'record_changed' } })
  })

  test.each(['user', 'device'] as const)('[RECORD3] a %s is refused: it has its own guarded way', (type) => {
    given()
      .when(save(type, { name: 'Eve', role: 'owner' }), OWNER)
      .thenRefused('not_allowed', 'RECORD3')
  })

  test('[RECORD7] a printer on the internet is refused, one in the house is taken', () => {
    given()
      .when(save('printer', { host: '8.8.8.8' }), OWNER)
      .thenRefused('printer_on_internet', 'RECORD7')
    const fields = { name: 'Bar', host: '192.168.1.50', port: 9100, columns: 42, active: true }
    given()
      .when(save('printer', fields), OWNER)
      .thenLike({ event: { payload: fields } })
  })

  test('[RECORD2] charges, discounts and ways to pay that make sense are taken', () => {
    for (const [type, fields] of [
      ['settings', { charges: [charge()], cashRounding: null, taxRounded: 'net', tipWindowHours: 24 }],
      ['settings', { cashRounding: { increment: 5, mode: 'half_up' } }],
      ['discount', { name: 'Staff', how: { kind: 'open_percent' }, on: 'both', reasonNeeded: true }],
      ['payment_method', { name: 'Room', kind: 'account', position: 3, active: true }],
    ] as const) {
      given()
        .when(save(type, fields), OWNER)
        .thenLike({ event: { payload: fields } })
    }
  })

  test('[TAX6] a tax that would close a circle is refused', () => {
    const gst = { id: 'gst', name: 'GST', ratePpm: 50_000, inclusive: false, active: true }
    const menu = { ...MENU, taxes: [gst, { ...gst, id: 'pst', on: ['gst'] }] }
    given()
      .when(save('tax', { on: ['pst'] }, 'gst'), { ...OWNER, menu })
      .thenRefused('taxes_in_circle', 'TAX6')
    given()
      .when(save('tax', { on: ['pst'] }, 'city'), { ...OWNER, menu })
      .thenLike({ ent: { type: 'tax', id: 'city' } })
    given()
      .when(save('tax', { perPiece: 25 }, 'gst'), { ...OWNER, menu })
      .thenRefused('bad_record', 'TAX7')
  })

  test('[MENU2] a record of the menu is checked by the menu', () => {
    given()
      .when(save('category', { course: -1 }), OWNER)
      .thenRefused('bad_record', 'MENU2')
  })

  test('[RECORD5] whoever takes orders may say that a dish is sold out, and nothing else', () => {
    const fields = { available: false, countdown: { qty: 3, at: 1 } }
    given()
      .when(save('menu_item', fields))
      .thenLike({ event: { payload: { available: false, countdown: { qty: 3 } } } })
    given()
      .when(save('menu_item', { ...fields, price: 1 }))
      .thenRefused('not_allowed', 'ROLE1')
    given()
      .when(save('modifier_group', { available: false }))
      .thenRefused('not_allowed', 'ROLE1')
  })

  test('[LEFT3] what is left is counted from the moment it is written down', () => {
    given()
      .when(save('menu_item', { countdown: { qty: 3, at: 1 } }))
      .thenLike({ event: { payload: { countdown: { qty: 3, at: NOON } } } })
    given()
      .when(save('menu_item', { countdown: null }))
      .thenLike({ event: { payload: { countdown: null } } })
  })

  test('[STOCK11] [RECORD5] whoever takes orders may sell what the stock says is gone, from now on', () => {
    given()
      .when(save('menu_item', { sellAnyway: { at: 1 } }))
      .thenLike({ event: { payload: { sellAnyway: { at: NOON } } } })
    given()
      .when(save('menu_item', { sellAnyway: { at: 'now' } }), OWNER)
      .thenRefused('bad_record', 'STOCK11')
  })

  test('[RECORD5] [ROLE3] where editing needs approval, it is asked for this very record', () => {
    const waiter = as('waiter').actor
    const actions = { ...waiter.rights.actions, edit_menu: 'approval' } as const
    const context: Partial<Context> = { actor: { ...waiter, rights: { ...waiter.rights, actions } } }
    const approval = {
      by: 'rui',
      action: 'edit_menu',
      commandId: 'c1',
      subjects: ['tea'],
      limit: null,
    } as const
    const command = save('menu_item', { price: 1 })
    given().when(command, context).thenRefused('approval_needed', 'ROLE3')
    given()
      .when(command, { ...context, approval })
      .thenLike({ event: { payload: { price: 1 } } })
    given()
      .when(save('menu_item', { price: 1 }, 'coffee'), { ...context, approval })
      .thenRefused('approval_does_not_fit', 'ROLE4')
  })

  test('[RECORD5] [ROLE6] roles are the owner’s', () => {
    const role = save('role', { name: 'Lead', like: 'waiter' }, 'lead')
    given()
      .when(role, OWNER)
      .thenLike({ ent: { type: 'role', id: 'lead' } })
    given().when(role, as('manager')).thenRefused('not_allowed', 'ROLE1')
    given()
      .when(save('role', { active: false }, 'manager'), OWNER)
      .thenRefused('not_allowed', 'ROLE6')
  })

  test('[ROLE1] is refused to a waiter', () => {
    given()
      .when(save('menu_item', { price: 1 }))
      .thenRefused('not_allowed', 'ROLE1')
  })
})
