import type { Rejection } from '#domain/rejection.ts'
import { err, ok, type Result } from '#domain/result.ts'
import type { MenuItem, Variant } from './menu.ts'

/** The size that was asked for; null where the item has none. [VARIANT1] */
export function variantOf(
  item: Pick<MenuItem, 'variants'>,
  variantId: string | undefined,
): Result<Variant | null, Rejection> {
  const variants = activeVariants(item)
  if (variantId === undefined || variantId === '') {
    return variants.length === 0 ? ok(null) : err({ code: 'variant_missing', rule: 'VARIANT1' })
  }
  const variant = variants.find((one) => one.id === variantId)
  return variant === undefined ? err({ code: 'unknown_variant', rule: 'VARIANT1' }) : ok(variant)
}

export function activeVariants(item: Pick<MenuItem, 'variants'>): readonly Variant[] {
  return (item.variants ?? []).filter((variant) => variant.active)
}
