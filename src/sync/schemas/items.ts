import { z } from 'zod'
import { PREFIXES, PREPARATIONS, VOID_KINDS, type ItemEvent } from '#domain/item/item.ts'
import { ALLERGENS } from '#domain/menu/allergens.ts'
import { amount, authority, id, idOrNone, name, note, qty, time, type PayloadSchemas } from './fields.ts'
import { discount, lineTaxes } from './pricing.ts'
import { lineStock } from './stock.ts'

const seat = z.int().min(0).max(999)
const course = z.int().min(0).max(99)

const allergy = z.array(z.enum(ALLERGENS)).max(ALLERGENS.length)

const lineAllergens = z.object({ contains: allergy, complete: z.boolean() })

const modifiers = z
  .array(
    z.object({
      groupId: id,
      optionId: id,
      name,
      prefix: z.enum(PREFIXES),
      qty,
      price: amount,
      depth: z.int().min(0).max(20),
    }),
  )
  .max(200)

export const itemPayloads: PayloadSchemas<ItemEvent> = {
  item_added: z.object({
    orderId: id,
    menuItemId: id,
    name,
    variant: name,
    variantId: idOrNone,
    categoryId: idOrNone,
    stationId: idOrNone,
    unitPrice: amount,
    priceFrom: z.string().max(80),
    modifiers,
    weight: z
      .object({ milli: z.int().min(1).max(1_000_000_000), unit: z.string().max(20), unitPrice: amount })
      .nullable(),
    combo: z.object({ id, menuItemId: id, name }).nullable(),
    pieces: qty,
    taxes: lineTaxes,
    qty,
    note,
    allergies: allergy.exactOptional(),
    allergens: lineAllergens.exactOptional(),
    seat,
    course,
    held: z.boolean(),
    addedAt: time,
    addedBy: id,
    approvedBy: id.exactOptional(),
  }),
  item_qty_set: z.object({ qty }),
  item_note_set: z.object({ note }),
  item_modifiers_set: z.object({
    modifiers,
    unitPrice: amount,
    priceFrom: z.string().max(80),
    variant: name,
    variantId: idOrNone,
    allergens: lineAllergens.exactOptional(),
  }),
  item_place_set: z.object({
    seat: seat.exactOptional(),
    course: course.exactOptional(),
    held: z.boolean().exactOptional(),
  }),
  item_moved: authority.extend({ orderId: id }),
  item_taxes_set: z.object({ taxes: lineTaxes }),
  item_discounted: discount,
  item_discount_removed: authority.extend({ id }),
  item_sent: z.object({ sentAt: time, sentBy: id, stock: lineStock.exactOptional() }),
  item_changed: z.object({ note, at: time, by: id }),
  item_allergies_set: z.object({ added: allergy, removed: allergy, at: time, by: id }),
  item_preparation_set: z.object({ preparation: z.enum(PREPARATIONS), at: time }),
  item_voided: authority.extend({ kind: z.enum(VOID_KINDS), qty: qty.nullable() }),
  item_price_doubted: z.object({
    unitPrice: amount,
    asked: amount,
    menu: amount.nullable(),
    device: name,
    person: name,
  }),
  item_price_settled: authority.extend({ unitPrice: amount }),
}
