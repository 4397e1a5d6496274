import { describe, test } from 'vitest'
import { given } from '../../../tests/support/given.ts'
import type { RecordFields, RecordType } from '#domain/record/record.ts'

const OWNER = { actor: { id: 'rita', role: 'owner' } } as const

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

  test.each([0, 1, 100_000_000_000])('[RECORD2] is taken with a price of %s', (price) => {
    given()
      .when(save('menu_item', { price }), OWNER)
      .thenLike({ event: { payload: { price } } })
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

  test('[ROLE1] is refused to a waiter', () => {
    given()
      .when(save('menu_item', { price: 1 }))
      .thenRefused('not_allowed', 'ROLE1')
  })
})
