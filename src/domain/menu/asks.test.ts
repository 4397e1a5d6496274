import { expect, test } from 'vitest'
import { groupOf, itemOf, linkOf, optionOf, sizeOf } from '../../../tests/support/menu-facts.ts'
import { asksOf } from './asks.ts'

const MILK = groupOf('milk', [optionOf('whole', 0, { included: true }), optionOf('oat', 60)])
const COOKED = groupOf('cooked', [optionOf('rare'), optionOf('done')])
const SOUP = itemOf('soup')
const STEAK = itemOf('steak', { groups: [linkOf('cooked', { min: 1, max: 1 })] })
const FACTS = { groups: [MILK, COOKED], parts: [SOUP, STEAK] }
const slot = (...ids: readonly string[]) => ({
  id: 'slot',
  name: 'slot',
  pieces: 1,
  choices: ids.map((menuItemId) => ({ menuItemId, upcharge: SOUP.price })),
})

test('[MOD2] [MOD6] a tap asks nothing where nothing must be chosen, or what must be comes with the item', () => {
  expect(asksOf(SOUP, FACTS)).toBe('nothing')
  expect(asksOf(itemOf('tea', { groups: [linkOf('milk', { min: 1, max: 1 })] }), FACTS)).toBe('nothing')
  expect(asksOf(STEAK, FACTS)).toBe('choice')
})

test('[VARIANT1] a tap asks for the size', () => {
  expect(asksOf(itemOf('beer', { variants: [sizeOf('half', 280)] }), FACTS)).toBe('choice')
})

test('[OPEN1] [WEIGHT1] a tap asks for a price or a weight', () => {
  expect(asksOf(itemOf('special', { pricing: 'open' }), FACTS)).toBe('price')
  expect(asksOf(itemOf('salad', { pricing: 'weight', unit: 'kg' }), FACTS)).toBe('weight')
})

test('[COMBO1] a tap asks for the parts of a combo, unless it leaves no choice', () => {
  expect(asksOf(itemOf('combo', { slots: [slot('soup')] }), FACTS)).toBe('nothing')
  expect(asksOf(itemOf('combo', { slots: [slot('soup', 'steak')] }), FACTS)).toBe('choice')
  expect(asksOf(itemOf('combo', { slots: [slot('steak')] }), FACTS)).toBe('choice')
})

test('[ITEM5] what is sold out asks what it would ask if it were back', () => {
  expect(asksOf({ ...SOUP, available: false, groups: [linkOf('milk')] }, FACTS)).toBe('nothing')
})
