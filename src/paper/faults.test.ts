import { describe, expect, it } from 'vitest'
import { readFaults } from './faults.ts'

describe('faults as people ask for them', () => {
  it('[PRINT16] are read from an argument and from the page', () => {
    expect(readFaults('paperOut, bytesPerSecond=200,resetAfterBytes=')).toEqual({
      paperOut: true,
      bytesPerSecond: 200,
      resetAfterBytes: null,
    })
    expect(readFaults({ refuse: false, paperEndsAfterBytes: 60 })).toEqual({
      refuse: false,
      paperEndsAfterBytes: 60,
    })
    expect(readFaults('')).toEqual({})
  })

  it.each([
    'fire',
    'paperOut=1',
    'bytesPerSecond',
    'bytesPerSecond=0',
    'resetAfterBytes=x',
    7,
    null,
    { fire: true },
  ])('[PRINT16] are refused when there is no such thing: %s', (given) => expect(readFaults(given)).toBeNull())
})
