import { describe, expect, test } from 'vitest'
import { foundStore, type Founding } from './founding.ts'

const ASKED: Founding = {
  owner: { id: 'rui', name: ' Rui ', pin: '918264' },
  name: 'Zum Hirsch',
  country: 'DE',
  currency: { code: 'EUR', exponent: 2 },
  zone: 'Europe/Berlin',
  cutoverHour: 4,
  area: 'Inside',
  tables: 2,
  printerHost: '192.168.1.50',
}

function refusal(change: Partial<Founding>): string {
  const founded = foundStore({ ...ASKED, ...change }, 0)
  return founded.ok ? 'allowed' : founded.error.code
}

describe('[SETUP2] a new store', () => {
  test('has an owner, settings and taxes of its country, tables and a printer', () => {
    const founded = foundStore(ASKED, 0)
    if (!founded.ok) throw new Error(founded.error.code)
    expect(founded.value.owner).toEqual({ name: 'Rui', role: 'owner', active: true })
    expect(founded.value.records.map(({ ent }) => `${ent.type} ${ent.id}`)).toEqual([
      'printer printer-receipt',
      'settings settings',
      'tax mwst-19',
      'tax mwst-7',
      'area area-1',
      'table table-1',
      'table table-2',
    ])
    const settings = founded.value.records[1]?.event.payload
    expect(settings).toMatchObject({
      name: 'Zum Hirsch',
      taxScope: 'rate',
      receiptPrinterId: 'printer-receipt',
    })
  })

  test('of a country without a preset counts in its currency, without taxes', () => {
    const currency = { code: 'KWD', exponent: 3 } as const
    const founded = foundStore({ ...ASKED, country: null, currency, tables: 0, printerHost: '' }, 0)
    if (!founded.ok) throw new Error(founded.error.code)
    expect(founded.value.records).toHaveLength(1)
    expect(founded.value.records[0]?.event.payload).toMatchObject({ currency, receiptPrinterId: '' })
  })

  test('is refused where anything of it would be refused later', () => {
    expect(refusal({})).toBe('allowed')
    expect(refusal({ owner: { ...ASKED.owner, pin: '91826' } })).toBe('pin_too_short')
    expect(refusal({ owner: { ...ASKED.owner, name: '' } })).toBe('bad_record')
    expect(refusal({ printerHost: '8.8.8.8' })).toBe('printer_on_internet')
    for (const wrong of [
      { name: ' ' },
      { country: 'XX' },
      { zone: 'Europe/Nowhere' },
      { cutoverHour: 13 },
      { tables: 61 },
      { tables: 1.5 },
    ])
      expect(refusal(wrong)).toBe('bad_record')
  })
})
