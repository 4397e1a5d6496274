import type { TFunction } from 'i18next'
import type { Format } from '#app/data/use-format.ts'
import type { Item } from '#domain/item/item.ts'
import { modifierWords } from './options/modifier-words.ts'

const MILLI = 1_000

/** A line's name with its size: "Draught lager Pint". */
export function lineName({ name, variant }: Pick<Item, 'name' | 'variant'>): string {
  return variant === '' ? name : `${name} ${variant}`
}

type Said = Pick<Item, 'modifiers' | 'weight' | 'combo' | 'pieces' | 'seat'> &
  Partial<Pick<Item, 'discounts'>>

/** What else is to be read of a line, each on a text line of its own: seat, combo, weight, modifiers, discounts. */
export function lineExtras(line: Said, t: TFunction<'pos'>, { money, locale }: Format): string {
  const { modifiers, weight, combo, pieces, seat, discounts = [] } = line
  if (
    modifiers.length + discounts.length === 0 &&
    weight === null &&
    combo === null &&
    pieces === 1 &&
    seat === 0
  )
    return ''
  const said: string[] = []
  if (seat > 0) said.push(t('order.seat', { seat }))
  if (combo !== null) said.push(t('order.partOf', { name: combo.name }))
  if (pieces > 1) said.push(t('order.pieces', { count: pieces }))
  if (weight !== null) {
    const { milli, unit, unitPrice } = weight
    const amount = (milli / MILLI).toLocaleString(locale, { minimumFractionDigits: 3 })
    said.push(`${amount} ${unit} × ${money(unitPrice)}`)
  }
  if (modifiers.length > 0) said.push(modifierWords(modifiers, t))
  for (const { kind, name } of discounts) said.push(kind === 'comp' ? t('discount.comp') : name)
  return said.join('\n')
}
