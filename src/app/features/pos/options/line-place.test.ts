import { expect, test } from 'vitest'
import { isSamePlace, saidPlace, USUAL_PLACE } from './line-place.ts'

test('[MENU2] what is usual is not said, so that the menu says the course', () => {
  expect(saidPlace(USUAL_PLACE)).toEqual({})
  expect(saidPlace({ seat: 2, course: 0, held: true })).toEqual({ seat: 2, course: 0, held: true })
})

test('no course is another place than the usual course', () => {
  expect(isSamePlace(USUAL_PLACE, { ...USUAL_PLACE })).toBe(true)
  expect(isSamePlace(USUAL_PLACE, { ...USUAL_PLACE, course: 0 })).toBe(false)
  expect(isSamePlace(USUAL_PLACE, { ...USUAL_PLACE, seat: 1 })).toBe(false)
  expect(isSamePlace(USUAL_PLACE, { ...USUAL_PLACE, held: true })).toBe(false)
})
