import fc from 'fast-check'
import type { Discount } from '#domain/discount/discount.ts'
import { minor, type RoundingMode } from '#domain/money/money.ts'
import type { ChargeRule } from '#domain/pricing/charge.ts'
import { priceBill } from '#domain/pricing/price-bill.ts'
import type { PricingInput, PricingLine, PricingRules } from '#domain/pricing/pricing.ts'
import type { LineTax, TaxScope } from '#domain/tax/tax.ts'

/** 7 → "7 %" with the id "t7", inside the price. */
export function inside(percent: number, over: Partial<LineTax> = {}): LineTax {
  return {
    id: `t${percent}`,
    name: `${percent} %`,
    ratePpm: Math.round(percent * 10_000),
    inclusive: true,
    ...over,
  }
}

export function onTop(percent: number, over: Partial<LineTax> = {}): LineTax {
  return inside(percent, { id: `x${percent}`, inclusive: false, ...over })
}

export function fixedTax(perPiece: number, over: Partial<LineTax> = {}): LineTax {
  return {
    id: `f${perPiece}`,
    name: `${perPiece} a piece`,
    ratePpm: 0,
    inclusive: false,
    perPiece: minor(perPiece),
    ...over,
  }
}

let lines = 0

/** A line of one piece; ids rise as a test makes lines. */
export function line(
  amount: number,
  taxes: readonly LineTax[] = [],
  over: Partial<PricingLine> = {},
): PricingLine {
  lines += 1
  return {
    id: `line-${String(lines).padStart(6, '0')}`,
    amount: minor(amount),
    qty: 1,
    taxes,
    discounts: [],
    ...over,
  }
}

function discount(id: string, how: Discount['how'], over: Partial<Discount>): Discount {
  return { id, name: id, kind: 'discount', how, reason: '', by: 'ana', approvedBy: null, at: 0, ...over }
}

export function percentOff(
  percent: number,
  over: Partial<Discount> = {},
  cap: number | null = null,
): Discount {
  const how = {
    kind: 'percent',
    ratePpm: Math.round(percent * 10_000),
    cap: cap === null ? null : minor(cap),
  } as const
  return discount(`off${percent}%`, how, over)
}

export function amountOff(amount: number, over: Partial<Discount> = {}): Discount {
  return discount(`off${amount}`, { kind: 'amount', amount: minor(amount) }, over)
}

export function comp(over: Partial<Discount> = {}): Discount {
  return amountOff(0, { id: 'comp', name: 'Comp', kind: 'comp', ...over })
}

/** A fixed charge before tax, with the lines' taxes, that always applies. */
export function charge(over: Partial<ChargeRule> = {}): ChargeRule {
  return {
    id: 'service',
    name: 'Service',
    how: { kind: 'fixed', amount: minor(100) },
    phase: 'before_tax',
    base: 'discounted',
    taxes: 'lines',
    gratuity: false,
    services: [],
    minCovers: 0,
    minSubtotal: minor(0),
    active: true,
    ...over,
  }
}

export function percentCharge(percent: number, over: Partial<ChargeRule> = {}): ChargeRule {
  return charge({ how: { kind: 'percent', ratePpm: Math.round(percent * 10_000) }, ...over })
}

/** Rounded once per rate, half up, tax side; no charges. */
function rulesOf(over: Partial<PricingRules> = {}): PricingRules {
  return { scope: 'rate', mode: 'half_up', rounded: 'tax', charges: [], ...over }
}

/** A dine-in order for two with these lines and nothing else. */
export function inputOf(
  of: readonly PricingLine[],
  over: Partial<PricingInput> = {},
  rules: Partial<PricingRules> = {},
): PricingInput {
  return {
    lines: of,
    discounts: [],
    rules: rulesOf(rules),
    service: 'dine_in',
    covers: 2,
    waivedCharges: [],
    openCharges: {},
    exempt: [],
    ...over,
  }
}

/** The tax rows of a bill with these lines. */
export function taxesOf(
  of: readonly PricingLine[],
  rules: Partial<PricingRules> = {},
): readonly (readonly [id: string, net: number, tax: number])[] {
  return priceBill(inputOf(of, {}, rules)).taxes.map(({ id, net, tax }) => [id, net, tax])
}

const SCOPES: readonly TaxScope[] = ['line', 'rate', 'document']
export const MODES: readonly RoundingMode[] = ['half_up', 'half_even', 'up', 'down']

const TAXES: readonly LineTax[] = [
  inside(23),
  inside(6),
  inside(0),
  fixedTax(7, { id: 'fi', inclusive: true }),
  onTop(8.875),
  onTop(5),
  onTop(2.5, { on: ['x5', 'fx'] }),
  onTop(9.975, { on: ['x2.5', 'x5'] }),
  fixedTax(3, { id: 'fx' }),
]

const amounts = fc.oneof(
  fc.integer({ min: 0, max: 40 }),
  fc.integer({ min: 0, max: 100_000 }),
  fc.integer({ min: 0, max: 1_000_000_000 }),
)

const percents = fc.constantFrom(0, 2.5, 10, 33.333, 50, 100, 250)

function discounts(scope: string): fc.Arbitrary<readonly Discount[]> {
  const one = fc.oneof(
    fc
      .tuple(percents, fc.option(amounts))
      .map(([percent, cap]) => percentOff(percent, { id: `${scope}${percent}%` }, cap)),
    amounts.map((amount) => amountOff(amount, { id: `${scope}${amount}` })),
    fc.constant(comp()),
  )
  const at = fc.integer({ min: 0, max: 9 })
  return fc.uniqueArray(
    fc.tuple(one, at).map(([given, time]) => ({ ...given, at: time })),
    { maxLength: 3, selector: ({ id }) => id },
  )
}

const lineArbitrary: fc.Arbitrary<PricingLine> = fc
  .tuple(
    amounts,
    fc.integer({ min: 1, max: 12 }),
    fc.subarray([...TAXES], { maxLength: 4 }),
    fc.oneof(fc.constant([]), discounts('line')),
  )
  .map(([amount, qty, taxes, given]) => ({ id: '', amount: minor(amount), qty, taxes, discounts: given }))

const chargeArbitrary: fc.Arbitrary<ChargeRule> = fc
  .record({
    how: fc.oneof(
      percents.map((percent) => ({ kind: 'percent', ratePpm: Math.round(percent * 10_000) }) as const),
      amounts.map((amount) => ({ kind: 'fixed', amount: minor(amount) }) as const),
      fc.constant({ kind: 'open' } as const),
    ),
    phase: fc.constantFrom('before_tax' as const, 'after_tax' as const),
    base: fc.constantFrom('gross' as const, 'discounted' as const),
    taxes: fc.oneof(fc.constant('lines' as const), fc.subarray([...TAXES], { maxLength: 2 })),
    gratuity: fc.boolean(),
    minCovers: fc.constantFrom(0, 2, 3),
  })
  .map((over) => charge(over))

/** Any bill a restaurant could write, with awkward amounts and every rule in play. */
export const bills: fc.Arbitrary<PricingInput> = fc
  .record({
    lines: fc.array(lineArbitrary, { maxLength: 8 }),
    discounts: fc.oneof(fc.constant([]), discounts('order')),
    charges: fc.array(chargeArbitrary, { maxLength: 3 }),
    scope: fc.constantFrom(...SCOPES),
    mode: fc.constantFrom(...MODES),
    rounded: fc.constantFrom('tax' as const, 'net' as const),
    exempt: fc.oneof(fc.constant([]), fc.constant('all' as const), fc.subarray(TAXES.map(({ id }) => id))),
    waived: fc.subarray(['charge-0', 'charge-1']),
    open: fc.dictionary(fc.constantFrom('charge-0', 'charge-1', 'charge-2'), amounts.map(minor)),
  })
  .map(({ lines: of, discounts: given, charges, scope, mode, rounded, exempt, waived, open }) => ({
    ...inputOf(
      of.map((one, i) => ({ ...one, id: `line-${i}` })),
      { discounts: given, exempt, waivedCharges: waived, openCharges: open },
      { scope, mode, rounded, charges: charges.map((one, i) => ({ ...one, id: `charge-${i}` })) },
    ),
  }))
