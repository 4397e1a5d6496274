import { describe, expect, test } from 'vitest'
import { groupOf, linkOf, optionOf } from '../../../../../tests/support/menu-facts.ts'
import type { AskedGroup } from '#domain/menu/asked-groups.ts'
import { minor } from '#domain/money/money.ts'
import { optionState } from './option-state.ts'
import { defaultPicks, lessened, picksOf, tapped, type Picks } from './picks.ts'

const DRESSING = groupOf('dressing', [optionOf('vinaigrette', 0, { included: true }), optionOf('yoghurt')])
const SIDE = groupOf('side', [
  optionOf('chips', 0, { included: true }),
  optionOf('salad', 100, { groups: [linkOf('dressing', { min: 1, max: 1 })] }),
])
const EXTRAS = groupOf('extras', [
  optionOf('lettuce', 0, { included: true }),
  optionOf('cheese', 100, { maxQty: 2 }),
  optionOf('bacon', 150, { maxQty: 1 }),
  optionOf('truffle', 900, { available: false }),
])
const GROUPS = [DRESSING, SIDE, EXTRAS]
const LINKS = [linkOf('side', { min: 1, max: 1 }), linkOf('extras', { max: 3 })]
const ONE_SIDE: AskedGroup = { group: SIDE, link: linkOf('side', { min: 1, max: 1 }) }
const TWO_EXTRAS: AskedGroup = { group: EXTRAS, link: linkOf('extras', { max: 3 }) }

function optionNamed({ group }: AskedGroup, id: string) {
  const option = group.options.find((one) => one.id === id)
  if (option === undefined) throw new Error(`no option ${id}`)
  return option
}

function tap(asked: AskedGroup, picks: Picks, ...ids: readonly string[]): Picks {
  return ids.reduce((so, id) => tapped(so, asked, optionNamed(asked, id), '', []), picks)
}

function said(picks: Picks): readonly string[] {
  return picks.map(({ optionId, prefix, qty }) => `${prefix} ${optionId} ${qty}`.trim())
}

describe('what is chosen before anybody chose', () => {
  test('[MOD6] is what comes with the item where one must be chosen, by name, so that the kitchen reads it', () => {
    expect(said(defaultPicks(LINKS, [], GROUPS))).toEqual(['chips 1'])
    const salad = groupOf('side', [
      optionOf('salad', 0, { included: true, groups: [linkOf('dressing', { min: 1, max: 1 })] }),
    ])
    const [first] = defaultPicks([linkOf('side', { min: 1, max: 1 })], [], [salad, DRESSING])
    expect(said(first?.below ?? [])).toEqual(['vinaigrette 1'])
  })

  test('[MOD8] leaves off by name what comes with the item and is sold out', () => {
    const garnish = groupOf('extras', [optionOf('lettuce', 0, { included: true, available: false })])
    expect(said(defaultPicks([linkOf('extras')], [], [garnish]))).toEqual(['no lettuce 1'])
  })
})

describe('a tap on an option', () => {
  test('takes the place of the other where one only may be chosen, and is not taken back where one must be', () => {
    expect(said(tap(ONE_SIDE, [], 'chips', 'salad'))).toEqual(['salad 1'])
    expect(said(tap(ONE_SIDE, [], 'salad', 'salad'))).toEqual(['salad 1'])
    const maybe = { ...ONE_SIDE, link: linkOf('side', { min: 0, max: 1 }) }
    expect(said(tap(maybe, [], 'salad', 'salad'))).toEqual([])
  })

  test('counts up to what there may be of it, and then begins anew', () => {
    expect(said(tap(TWO_EXTRAS, [], 'cheese', 'cheese'))).toEqual(['cheese 2'])
    expect(said(tap(TWO_EXTRAS, [], 'cheese', 'cheese', 'cheese'))).toEqual([])
    expect(
      said(lessened(tap(TWO_EXTRAS, [], 'cheese', 'cheese'), EXTRAS, optionNamed(TWO_EXTRAS, 'cheese'))),
    ).toEqual(['cheese 1'])
  })

  test('[MOD4] leaves off what comes with the item, and takes that back', () => {
    expect(said(tap(TWO_EXTRAS, [], 'lettuce'))).toEqual(['no lettuce 1'])
    expect(said(tap(TWO_EXTRAS, [], 'lettuce', 'lettuce'))).toEqual([])
  })

  test('[MOD4] after "extra", "no" or "side" means that', () => {
    expect(said(tapped([], TWO_EXTRAS, optionNamed(TWO_EXTRAS, 'bacon'), 'extra', []))).toEqual([
      'extra bacon 1',
    ])
    expect(said(tapped([], TWO_EXTRAS, optionNamed(TWO_EXTRAS, 'bacon'), 'no', []))).toEqual(['no bacon 1'])
  })
})

describe('how an option stands', () => {
  const stateOf = (asked: AskedGroup, id: string, picks: Picks) =>
    optionState(asked, optionNamed(asked, id), picks, '')

  test('[MOD6] comes with the item until another takes its place', () => {
    expect(stateOf(ONE_SIDE, 'chips', []).chosen).toBe(true)
    expect(stateOf(ONE_SIDE, 'chips', tap(ONE_SIDE, [], 'salad')).chosen).toBe(false)
  })

  test('[MOD5] is free while a free piece is left', () => {
    const oneFree = { ...TWO_EXTRAS, link: linkOf('extras', { free: 1 }) }
    expect(stateOf(oneFree, 'cheese', [])).toMatchObject({ cost: 0, free: true })
    expect(stateOf(oneFree, 'cheese', tap(oneFree, [], 'bacon'))).toMatchObject({ cost: 100, free: false })
  })

  test('[MOD2] [MOD8] is blocked when the group is full or it is sold out, never when it can be taken back', () => {
    const full = tap(TWO_EXTRAS, [], 'cheese', 'cheese')
    expect(stateOf(TWO_EXTRAS, 'bacon', full).blocked).toBe(true)
    expect(stateOf(TWO_EXTRAS, 'cheese', full).blocked).toBe(false)
    expect(stateOf(TWO_EXTRAS, 'lettuce', full).blocked).toBe(false)
    expect(stateOf(TWO_EXTRAS, 'truffle', []).blocked).toBe(true)
  })
})

test('[MOD12] a line is read back as it was chosen, without what the menu does not offer any more', () => {
  const line = [
    { groupId: 'side', optionId: 'salad', name: 'salad', prefix: '', qty: 1, price: 100, depth: 0 },
    { groupId: 'dressing', optionId: 'yoghurt', name: 'yoghurt', prefix: '', qty: 1, price: 0, depth: 1 },
    { groupId: 'extras', optionId: 'cheese', name: 'cheese', prefix: 'extra', qty: 2, price: 400, depth: 0 },
    { groupId: 'extras', optionId: 'gone', name: 'gone', prefix: '', qty: 1, price: 0, depth: 0 },
  ].map((one) => ({
    ...one,
    prefix: one.prefix === 'extra' ? ('extra' as const) : ('' as const),
    price: minor(one.price),
  }))
  const picks = picksOf(line, LINKS, GROUPS)
  expect(said(picks)).toEqual(['salad 1', 'extra cheese 2'])
  expect(said(picks[0]?.below ?? [])).toEqual(['yoghurt 1'])
})
