import type { RoundingMode } from '#domain/money/money.ts'
import { minor, type Minor } from '#domain/money/money.ts'
import type { ChargeRule } from '#domain/pricing/charge.ts'
import type { PricingRules } from '#domain/pricing/pricing.ts'
import type { LineTax, TaxScope } from '#domain/tax/tax.ts'

export interface Store {
  readonly digits: number
  readonly rules: Omit<PricingRules, 'charges'>
  readonly taxes: readonly LineTax[]
  readonly charges: readonly ChargeRule[]
}

const SCOPES: readonly string[] = ['line', 'rate', 'document'] satisfies readonly TaxScope[]
const MODES: readonly string[] = ['half_up', 'half_even', 'up', 'down'] satisfies readonly RoundingMode[]

export function readStore(settings: readonly string[]): Store {
  let store: Store = {
    digits: 2,
    rules: { scope: 'line', mode: 'half_up', rounded: 'tax' },
    taxes: [],
    charges: [],
  }
  for (const setting of settings) {
    const [name = '', ...rest] = setting.split(': ')
    const value = rest.join(': ')
    if (name === 'currency') store = { ...store, digits: Number(value.split(' ')[1]) }
    else if (name === 'rules') store = { ...store, rules: readRules(value) }
    else if (name.startsWith('tax '))
      store = { ...store, taxes: [...store.taxes, readTax(name, value, store)] }
    else if (name.startsWith('charge '))
      store = { ...store, charges: [...store.charges, readCharge(name, value, store)] }
    else throw new Error(`not a setting: ${setting}`)
  }
  return store
}

export function readRules(text: string): Store['rules'] {
  const [scope = '', mode, rounded] = text.split(' ')
  if (!isScope(scope) || !isMode(mode)) throw new Error(`not rules: ${text}`)
  if (rounded !== 'tax' && rounded !== 'net') throw new Error(`not rules: ${text}`)
  return { scope, mode, rounded }
}

function isScope(text: string): text is TaxScope {
  return SCOPES.includes(text)
}

export function isMode(text: string | undefined): text is RoundingMode {
  return text !== undefined && MODES.includes(text)
}

/** `20% inside` · `9.5% on top, on G` · `0.05 a piece, on top` */
function readTax(name: string, value: string, { digits }: Store): LineTax {
  const id = name.slice('tax '.length)
  const match = /^([\d.]+)(%| a piece,) (inside|on top)(?:, on (.+))?$/.exec(value)
  const [, size = '', kind, where, on] = match ?? []
  if (match === null) throw new Error(`not a tax: ${value}`)
  const tax = { id, name: id, inclusive: where === 'inside' }
  if (kind !== '%') return { ...tax, ratePpm: 0, perPiece: readAmount(size, digits) }
  return { ...tax, ratePpm: readRate(size), ...(on === undefined ? {} : { on: on.split(' ') }) }
}

/** `10% before tax with lines` · `3.00 before tax own D` · `18% of gross after tax gratuity from 6 covers` */
function readCharge(name: string, value: string, { digits, taxes }: Store): ChargeRule {
  const id = name.slice('charge '.length)
  const has = (words: string) => ` ${value} `.includes(` ${words} `)
  const size = value.split(' ')[0] ?? ''
  const own = /own ([^ ]+)/.exec(value)?.[1] ?? 'none'
  return {
    id,
    name: id,
    how:
      size === 'open'
        ? { kind: 'open' }
        : size.endsWith('%')
          ? { kind: 'percent', ratePpm: readRate(size.slice(0, -1)) }
          : { kind: 'fixed', amount: readAmount(size, digits) },
    phase: has('before tax') ? 'before_tax' : 'after_tax',
    base: has('of gross') ? 'gross' : 'discounted',
    taxes: has('with lines') ? 'lines' : taxes.filter((tax) => own.split('+').includes(tax.id)),
    gratuity: has('gratuity'),
    services: [],
    minCovers: Number(/from (\d+) covers/.exec(value)?.[1] ?? 0),
    minSubtotal: readAmount(/from (\d+\.\d+)/.exec(value)?.[1] ?? '0', digits),
    active: true,
  }
}

/** Per cent as millionths. */
export function readRate(text: string): number {
  return readAmount(text, 4)
}

/** Digits after the point as many as there are, or none at all: nothing is ever a float. */
export function readAmount(text: string, digits: number): Minor {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
  const [, sign, whole = '', fraction = ''] = match ?? []
  if (match === null || fraction.length > digits) throw new Error(`not an amount: ${text}`)
  const units = Number(whole + fraction.padEnd(digits, '0'))
  return minor(sign === '-' && units > 0 ? -units : units)
}
