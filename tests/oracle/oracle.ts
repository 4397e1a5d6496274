import { Fraction } from 'fraction.js'
import type { Discount } from '#domain/discount/discount.ts'
import type { ChargeRule } from '#domain/pricing/charge.ts'
import type { PricingInput, PricingLine } from '#domain/pricing/pricing.ts'
import type { LineTax } from '#domain/tax/tax.ts'
import { added, inOrder, rateOf, rounded, shareOutBy, type Units } from './exact.ts'
import { discounted, type Discounted } from './oracle-discounts.ts'
import { taxRows, type Bearer, type TaxRow } from './oracle-taxes.ts'

/** What the engine must say as well. */
export interface OracleBill {
  readonly subtotal: number
  readonly discount: number
  readonly charge: number
  readonly tax: number
  readonly relief: number
  readonly net: number
  readonly total: number
  readonly discounts: Amounts
  /** Every charge that applies, also at 0. */
  readonly charges: readonly (readonly [id: string, amount: number])[]
  /** One row for a key, in their order, also at 0. */
  readonly taxes: readonly OracleTax[]
  readonly lines: readonly OracleLine[]
}

export interface OracleTax {
  readonly key: string
  readonly net: number
  readonly tax: number
  readonly exempt: boolean
}

export interface OracleLine {
  readonly id: string
  readonly amount: number
  readonly discount: number
  readonly charge: number
  readonly tax: number
  readonly relief: number
  readonly total: number
  readonly discounts: Amounts
  readonly taxes: Amounts
}

/** By id and in its order, without what is 0. */
export interface Amounts {
  readonly [id: string]: number
}

interface ChargePart {
  readonly rule: ChargeRule
  readonly amount: Units
  readonly perLine: readonly Units[]
}

interface LineTaxes extends TaxRow {
  readonly net: Units
  readonly perLine: readonly Units[]
}

/** Everything by line is in the order of the lines' ids. */
interface Worked {
  readonly lines: readonly PricingLine[]
  readonly after: Discounted
  readonly charges: readonly ChargePart[]
  readonly taxes: readonly LineTaxes[]
}

/** docs/spec/pricing.md, read literally and computed with exact rationals. Shares no code with the engine. */
export function oracleBill(input: PricingInput): OracleBill {
  const lines = [...input.lines].sort((a, b) => inOrder(a.id, b.id))
  const after = discounted(lines, input)
  const applying = input.rules.charges
    .filter((rule) => applies(rule, input, added(after.left)))
    .sort((a, b) => inOrder(a.id, b.id))
  const before = applying
    .filter(({ phase }) => phase === 'before_tax')
    .map((rule) => chargePart(rule, chargeBase(rule, after), input, after))
  const taxes = perLineTaxes(lines, input, after, before)
  const onTop = added(taxes.flatMap((row) => (row.inside || row.exempt ? [] : row.perLine)))
  const relief = added(taxes.flatMap((row) => (row.inside && row.exempt ? row.perLine : [])))
  const last = applying
    .filter(({ phase }) => phase === 'after_tax')
    .map((rule) => chargePart(rule, chargeBase(rule, after) + onTop - relief, input, after))
  return billOf(input, { lines, after, charges: [...before, ...last], taxes })
}

/** [CHARGE1] */
function applies(rule: ChargeRule, input: PricingInput, left: Units): boolean {
  if (input.lines.length === 0 || input.waivedCharges.includes(rule.id)) return false
  if (rule.how.kind === 'open') return input.openCharges[rule.id] !== undefined
  const { active, services, minCovers, minSubtotal } = rule
  const service = services.length === 0 || services.some((one) => one === input.service)
  return active && service && input.covers >= minCovers && left >= BigInt(minSubtotal)
}

/** [CHARGE2] */
function chargeBase({ base }: ChargeRule, { amounts, left }: Discounted): Units {
  return added(base === 'gross' ? amounts : left)
}

function chargePart(rule: ChargeRule, base: Units, input: PricingInput, { left }: Discounted): ChargePart {
  const amount = chargeAmount(rule, base, input)
  return { rule, amount, perLine: shareOutBy(amount, left) }
}

function chargeAmount({ id, how }: ChargeRule, base: Units, input: PricingInput): Units {
  switch (how.kind) {
    case 'percent':
      return rounded(new Fraction(base).mul(rateOf(how.ratePpm)), input.rules.mode)
    case 'fixed':
      return BigInt(how.amount)
    case 'open':
      return BigInt(input.openCharges[id] ?? 0)
  }
}

/** [CHARGE3] [TAX10] Each tax of each line; the taxes of a charge's own go over the lines as the charge does. */
function perLineTaxes(
  lines: readonly PricingLine[],
  input: PricingInput,
  { left }: Discounted,
  charges: readonly ChargePart[],
): readonly LineTaxes[] {
  const withLines = charges.filter(({ rule }) => rule.taxes === 'lines')
  const bearers: Bearer[] = lines.map(({ qty, taxes }, index) => ({
    taxable: (left[index] ?? 0n) + added(withLines.map(({ perLine }) => perLine[index] ?? 0n)),
    qty: BigInt(qty),
    taxes: onceEach(taxes),
  }))
  for (const { rule, amount } of charges) {
    if (rule.taxes !== 'lines') bearers.push({ taxable: amount, qty: 1n, taxes: onceEach(rule.taxes) })
  }
  const rows = taxRows(bearers, input.rules, input.exempt)
  const nets = netsOf(bearers, rows)
  return rows.map((row) => {
    const perLine = lines.map(() => 0n)
    for (const { bearer, units } of row.parts) {
      const parts = bearer < lines.length ? [[bearer, units] as const] : shareOutBy(units, left).entries()
      for (const [index, part] of parts) perLine[index] = (perLine[index] ?? 0n) + part
    }
    return { ...row, perLine, net: added(row.parts.map(({ bearer }) => nets[bearer] ?? 0n)) }
  })
}

/** A tax named twice on one line is borne once. */
function onceEach(taxes: readonly LineTax[]): readonly LineTax[] {
  return taxes.filter(({ id }, at) => taxes.findIndex((other) => other.id === id) === at)
}

/** [TAX11] What each bearer holds besides the tax inside it. */
function netsOf(bearers: readonly Bearer[], rows: readonly TaxRow[]): readonly Units[] {
  const nets = bearers.map(({ taxable }) => taxable)
  for (const { parts } of rows.filter(({ inside }) => inside)) {
    for (const { bearer, units } of parts) nets[bearer] = (nets[bearer] ?? 0n) - units
  }
  return nets
}

function billOf(input: PricingInput, worked: Worked): OracleBill {
  const { taken } = worked.after
  const places = new Map(worked.lines.map(({ id }, index) => [id, index]))
  const lines = input.lines.map(({ id }) => lineOf(id, places.get(id) ?? 0, worked))
  const sum = (field: 'amount' | 'discount' | 'charge' | 'tax' | 'relief' | 'total') =>
    lines.reduce((total, line) => total + line[field], 0)
  return {
    subtotal: sum('amount'),
    discount: sum('discount'),
    charge: sum('charge'),
    tax: sum('tax'),
    relief: sum('relief'),
    net: sum('total') - sum('tax'),
    total: sum('total'),
    discounts: amountsOf(taken.map((one) => [discountKey(one), added(one.perLine)])),
    charges: worked.charges
      .map(({ rule, amount }): readonly [string, number] => [rule.id, Number(amount)])
      .sort(([a], [b]) => inOrder(a, b)),
    taxes: worked.taxes.map(({ key, net, exempt, perLine }) => ({
      key,
      net: Number(net),
      tax: exempt ? 0 : Number(added(perLine)),
      exempt,
    })),
    lines,
  }
}

function lineOf(id: string, index: number, { after, charges, taxes }: Worked): OracleLine {
  const at = (perLine: readonly Units[]) => perLine[index] ?? 0n
  const amount = at(after.amounts)
  const discount = added(after.taken.map(({ perLine }) => at(perLine)))
  const charge = added(charges.map(({ perLine }) => at(perLine)))
  const borne = taxes.filter((row) => !row.exempt)
  const onTop = added(borne.map((row) => (row.inside ? 0n : at(row.perLine))))
  const relief = added(taxes.map((row) => (row.inside && row.exempt ? at(row.perLine) : 0n)))
  return {
    id,
    amount: Number(amount),
    discount: Number(discount),
    charge: Number(charge),
    tax: Number(added(borne.map((row) => at(row.perLine)))),
    relief: Number(relief),
    total: Number(amount - discount + charge + onTop - relief),
    discounts: amountsOf(after.taken.map((one) => [discountKey(one), at(one.perLine)])),
    taxes: amountsOf(borne.map((row) => [row.key, at(row.perLine)])),
  }
}

export function discountKey({ id, kind }: { readonly id: string; readonly kind: Discount['kind'] }): string {
  return `${kind} ${id}`
}

export function amountsOf(rows: readonly (readonly [string, Units | number])[]): Amounts {
  const amounts = new Map<string, number>()
  for (const [id, units] of rows) {
    if (Number(units) !== 0) amounts.set(id, (amounts.get(id) ?? 0) + Number(units))
  }
  return Object.fromEntries([...amounts].sort(([a], [b]) => inOrder(a, b)))
}
