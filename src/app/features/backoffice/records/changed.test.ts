import { describe, expect, it } from 'vitest'
import { changedFields, clashingFields } from './changed.ts'

const shown = { name: 'T1', seats: 4, tags: ['window'] }

describe('what two people change in one record', () => {
  it('[RECORD1] only what differs from what was shown is saved', () => {
    expect(changedFields({ name: 'T1', seats: 2, tags: ['window'] }, shown)).toEqual({ seats: 2 })
  })

  it('[RECORD8] a field that both changed otherwise clashes, and no other', () => {
    const mine = { name: 'T9', seats: 2 }
    expect(clashingFields(mine, shown, shown)).toEqual([])
    expect(clashingFields(mine, shown, { ...shown, seats: 6 })).toEqual(['seats'])
    expect(clashingFields(mine, shown, { ...shown, tags: [] })).toEqual([])
    expect(clashingFields({ tags: ['door'] }, shown, { ...shown, tags: ['bar'] })).toEqual(['tags'])
  })

  it('[RECORD8] what both changed alike, or nobody else can know of, is saved', () => {
    expect(clashingFields({ seats: 6 }, shown, { ...shown, seats: 6 })).toEqual([])
    expect(clashingFields({ seats: 6 }, null, null)).toEqual([])
    expect(clashingFields({ seats: 6 }, shown, null)).toEqual([])
  })

  it('[RECORD8] a field that was not there and that somebody filled clashes, too', () => {
    expect(clashingFields({ note: 'mine' }, shown, { ...shown, note: 'theirs' })).toEqual(['note'])
  })
})
