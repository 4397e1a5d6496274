import { expect, test } from 'vitest'
import { movedPlaces } from './places.ts'

const list = [
  { id: 'a', position: 0 },
  { id: 'b', position: 0 },
  { id: 'c', position: 7 },
]

test('moving one writes the places that differ, and no other', () => {
  expect(movedPlaces(list, 'b', -1)).toEqual([
    { id: 'a', position: 1 },
    { id: 'c', position: 2 },
  ])
})

test('nothing moves off either end, nor what is not there', () => {
  expect(movedPlaces(list, 'a', -1)).toEqual([])
  expect(movedPlaces(list, 'c', 1)).toEqual([])
  expect(movedPlaces(list, 'x', 1)).toEqual([])
})
