import type { Check } from '#domain/check/check.ts'
import type { Discount } from '#domain/discount/discount.ts'
import { minor, type Minor } from '#domain/money/money.ts'
import type { PricingInput, PricingLine } from '#domain/pricing/pricing.ts'
import { readAmount, readRate, readRules, type Store } from './read-settings.ts'

/** The notation of README.md. What it does not know is an error, never left out. */
export function readBill(text: string, store: Store): PricingInput {
  let input: PricingInput = {
    lines: [],
    discounts: [],
    rules: { ...store.rules, charges: store.charges },
    service: 'dine_in',
    covers: 1,
    waivedCharges: [],
    openCharges: {},
    exempt: [],
  }
  for (const part of text.split(';').map((one) => one.trim())) input = withPart(input, part, store)
  return input
}

function withPart(input: PricingInput, part: string, store: Store): PricingInput {
  const [word = '', ...rest] = part.split(' ')
  const all = store.charges.map(({ id }) => id)
  switch (word) {
    case 'order':
      return {
        ...input,
        discounts: [...input.discounts, ...discountsIn(rest, store, input.discounts.length)],
      }
    case 'exempt':
      return { ...input, exempt: rest[0] === 'all' ? 'all' : rest }
    case 'covers':
      return { ...input, covers: Number(rest[0]) }
    case 'waive':
      return { ...input, waivedCharges: rest }
    case 'only':
      return { ...input, waivedCharges: all.filter((id) => !rest.includes(id)) }
    case 'typed':
      return { ...input, openCharges: { [rest[0] ?? '']: readAmount(rest[1] ?? '', store.digits) } }
    case 'rules':
      return { ...input, rules: { ...input.rules, ...readRules(rest.join(' ')) } }
    default:
      return { ...input, lines: [...input.lines, lineIn(part, store, input.lines.length)] }
  }
}

/** `2 x 4.50 V+C -10% max 1.00 -0.50 comp` */
function lineIn(part: string, store: Store, index: number): PricingLine {
  const match = /^(?:(\d+) x )?([\d.]+)(?: ([A-Za-z+]+(?<!comp)))?((?: (?:-\S+|max \S+|comp))*)$/.exec(part)
  if (match === null) throw new Error(`not a line: ${part}`)
  const [, qty = '1', price = '', taxes = '', discounts = ''] = match
  const ids = taxes === '' ? [] : taxes.split('+')
  return {
    id: `l${String(index + 1).padStart(2, '0')}`,
    amount: minor(readAmount(price, store.digits) * Number(qty)),
    qty: Number(qty),
    taxes: ids.map((id) => found(store, id)),
    discounts: discountsIn(discounts.split(' ').filter(Boolean), store, 0),
  }
}

function found(store: Store, id: string): PricingLine['taxes'][number] {
  const tax = store.taxes.find((one) => one.id === id)
  if (tax === undefined) throw new Error(`no tax ${id}`)
  return tax
}

function discountsIn(words: readonly string[], { digits }: Store, before: number): readonly Discount[] {
  const discounts: Discount[] = []
  for (const [index, word] of words.entries()) {
    if (word === 'max' || words[index - 1] === 'max') continue
    const cap = words[index + 1] === 'max' ? readAmount(words[index + 2] ?? '', digits) : null
    const at = before + discounts.length
    discounts.push({
      id: `d${at}`,
      name: word,
      kind: word === 'comp' ? 'comp' : 'discount',
      how: howOf(word, digits, cap),
      reason: '',
      by: 'u1',
      approvedBy: null,
      at,
    })
  }
  return discounts
}

function howOf(word: string, digits: number, cap: Minor | null): Discount['how'] {
  if (word === 'comp') return { kind: 'percent', ratePpm: 1_000_000, cap: null }
  if (!word.startsWith('-')) throw new Error(`not a discount: ${word}`)
  if (!word.endsWith('%')) return { kind: 'amount', amount: readAmount(word.slice(1), digits) }
  return { kind: 'percent', ratePpm: readRate(word.slice(1, -1)), cap }
}

/** `A 1/2 of 1, 2; B 10.00; C 1/3 of all` */
export function readChecks(
  text: string,
  lines: readonly { readonly id: string }[],
  digits: number,
): readonly Check[] {
  if (text === 'none') return []
  return text.split(';').map((part) => {
    const [id = '', ...rest] = part.trim().split(' ')
    const what = rest.join(' ')
    const isSum = /^\d+\.\d+$/.test(what)
    return {
      id,
      name: id,
      shares: isSum ? [] : what.split(', ').flatMap((share) => sharesIn(share, lines)),
      seats: [],
      amount: isSum ? readAmount(what, digits) : null,
    }
  })
}

function sharesIn(text: string, lines: readonly { readonly id: string }[]): Check['shares'] {
  const match = /^(?:(\d+)\/(\d+) of )?(all|\d+)$/.exec(text)
  if (match === null) throw new Error(`not a share: ${text}`)
  const [, parts = '1', of = '1', which = ''] = match
  const shared = which === 'all' ? lines : lines.slice(Number(which) - 1, Number(which))
  return shared.map(({ id }) => ({ itemId: id, parts: Number(parts), of: Number(of) }))
}
