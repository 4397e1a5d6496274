import { expect, test } from 'vitest'
import type { PlaceStatus } from '#device/messages.ts'
import { safetyState } from './safety-state.ts'

const none: PlaceStatus = { state: 'none', waiting: 0, oldestAt: null }
const safe: PlaceStatus = { state: 'safe', waiting: 0, oldestAt: null }
const waiting: PlaceStatus = { state: 'waiting', waiting: 3, oldestAt: 1000 }
const expected: PlaceStatus = { state: 'waiting', waiting: 0, oldestAt: null }
const three = { kind: 'waiting', waiting: 3, oldestAt: 1000 }

test.each([
  ['a device alone', none, none, { kind: 'safe', place: 'here' }],
  ['a store reached', safe, none, { kind: 'safe', place: 'inStore' }],
  ['a cloud reached', safe, safe, { kind: 'safe', place: 'inCloud' }],
  ['a store still behind', waiting, none, three],
  ['a store behind, an old cloud', waiting, waiting, three],
  ['a store that has it, a cloud that has not', safe, waiting, { kind: 'safe', place: 'inStore' }],
  ['a cloud only, behind', none, waiting, three],
  ['a store never reached, nothing to lose', expected, none, { kind: 'safe', place: 'here' }],
])('%s', (_, store, cloud, state) => {
  expect(safetyState({ store, cloud, leftBehind: 0 })).toEqual(state)
})

test.each([
  ['of a store it left alone', safe, 2, { kind: 'waiting', waiting: 2, oldestAt: null }],
  ['of both', waiting, 2, { kind: 'waiting', waiting: 5, oldestAt: null }],
])('what is only here, %s', (_, store, leftBehind, state) => {
  expect(safetyState({ store, cloud: none, leftBehind })).toEqual(state)
})
