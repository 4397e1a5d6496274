import { describe, expect, test } from 'vitest'
import { amountOff, percentOff } from '../../../tests/support/pricing.ts'
import { upsert, without } from './kept.ts'

const CLUB = percentOff(5, { id: 'club' })
const HAPPY = percentOff(20, { id: 'happy' })
const STAFF = amountOff(50, { id: 'staff' })

describe('the discounts that are kept', () => {
  test('[PRICE5] one more goes behind the others', () => {
    expect(upsert([], CLUB)).toEqual([CLUB])
    expect(upsert([CLUB, HAPPY], STAFF)).toEqual([CLUB, HAPPY, STAFF])
  })

  test('[PRICE5] the same rule given again takes the place of the first, and of no other', () => {
    const again = amountOff(100, { id: 'happy', at: 9 })
    expect(upsert([CLUB, HAPPY, STAFF], again)).toEqual([CLUB, again, STAFF])
  })

  test('[PRICE5] one taken back is gone, and no other', () => {
    expect(without([CLUB, HAPPY, STAFF], 'happy')).toEqual([CLUB, STAFF])
    expect(without([CLUB, STAFF], 'happy')).toEqual([CLUB, STAFF])
  })
})
