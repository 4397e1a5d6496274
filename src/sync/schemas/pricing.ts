import { z } from 'zod'
import { SERVICES } from '#domain/order/order.ts'
import { amount, count, id, name, note, ratePpm, time } from './fields.ts'

export const service = z.enum(SERVICES)

const lineTax = z.object({
  id,
  name,
  ratePpm,
  inclusive: z.boolean(),
  perPiece: amount.exactOptional(),
  on: z.array(id).max(10).exactOptional(),
})
export const lineTaxes = z.array(lineTax).max(10)

export const taxTotal = lineTax.extend({ net: amount, tax: amount, exempt: z.boolean().exactOptional() })
export const taxParts = z.array(z.object({ key: z.string().max(400), tax: amount })).max(1_000)

const discountHow = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('percent'), ratePpm, cap: amount.nullable() }),
  z.object({ kind: z.literal('amount'), amount }),
])

export const discount = z.object({
  id,
  name,
  kind: z.enum(['discount', 'comp']),
  how: discountHow,
  reason: note,
  by: id,
  approvedBy: id.nullable(),
  at: time,
})

const chargeRule = z.object({
  id,
  name,
  how: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('percent'), ratePpm }),
    z.object({ kind: z.literal('fixed'), amount }),
    z.object({ kind: z.literal('open') }),
  ]),
  phase: z.enum(['before_tax', 'after_tax']),
  base: z.enum(['gross', 'discounted']),
  taxes: z.union([lineTaxes, z.literal('lines')]),
  gratuity: z.boolean(),
  services: z.array(service).max(10),
  minCovers: count,
  minSubtotal: amount,
  active: z.boolean(),
})

export const pricingRules = z.object({
  scope: z.enum(['line', 'rate', 'document']),
  mode: z.enum(['half_up', 'half_even', 'up', 'down']),
  rounded: z.enum(['tax', 'net']),
  charges: z.array(chargeRule).max(50),
})

export const appliedDiscounts = z.array(z.object({ id, name, kind: z.enum(['discount', 'comp']), amount }))
export const appliedCharges = z.array(z.object({ id, name, gratuity: z.boolean(), amount }))
