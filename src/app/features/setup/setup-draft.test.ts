import { describe, expect, test } from 'vitest'
import { currencyOf, firstDraft, foundingOf, wrongIn, type SetupDraft } from './setup-draft.ts'

const FIRST = firstDraft({ code: '', language: 'de-DE', zone: 'Europe/Berlin', deviceName: 'Till' })
const GOOD: SetupDraft = {
  ...FIRST,
  code: 'abcd',
  owner: 'Rui',
  pin: '918264',
  pinAgain: '918264',
  name: 'Bar',
}

describe('[SETUP2] the wizard', () => {
  test('begins with the country of the device, where there is a preset for it', () => {
    expect(FIRST.country).toBe('DE')
    expect(firstDraft({ ...FIRST, language: 'pt-PT' }).country).toBe('')
  })

  test('says step by step what is missing', () => {
    expect(wrongIn('owner', FIRST)).toEqual({ code: 'codeMissing', owner: 'nameMissing', pin: 'pinBad' })
    expect(wrongIn('owner', { ...GOOD, pin: '91826', pinAgain: '1' })).toEqual({
      pin: 'pinBad',
      pinAgain: 'pinDiffers',
    })
    expect(wrongIn('owner', GOOD)).toEqual({})
    expect(wrongIn('restaurant', { ...FIRST, zone: 'Europe/Nowhere' })).toEqual({
      name: 'nameMissing',
      zone: 'zoneBad',
    })
    expect(wrongIn('restaurant', { ...GOOD, country: '', currency: 'ABC' })).toEqual({
      currency: 'currencyBad',
    })
    expect(wrongIn('start', { ...GOOD, tables: '61', printerHost: '8.8.8.8', deviceName: ' ' })).toEqual({
      tables: 'tablesBad',
      printerHost: 'hostBad',
      deviceName: 'nameMissing',
    })
    expect(wrongIn('start', { ...GOOD, printerHost: '192.168.1.50' })).toEqual({})
  })

  test('tells the server what was typed, and counts a currency as it is counted', () => {
    expect(foundingOf({ ...GOOD, country: '', currency: 'kwd', tables: '3' }, 'rui', 'Inside')).toEqual({
      owner: { id: 'rui', name: 'Rui', pin: '918264' },
      name: 'Bar',
      country: null,
      currency: { code: 'KWD', exponent: 3 },
      zone: 'Europe/Berlin',
      cutoverHour: 4,
      area: 'Inside',
      tables: 3,
      printerHost: '',
    })
    expect(currencyOf('JPY')).toEqual({ code: 'JPY', exponent: 0 })
  })
})
