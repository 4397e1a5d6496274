import { useMemo } from 'react'
import { useFormat } from '#app/data/use-format.ts'
import { quantityFormat, type QuantityUnit } from '#i18n/quantities.ts'

/** Quantities as people of this place write them. */
export function useQuantity(): (qty: number, unit: QuantityUnit) => string {
  const { locale } = useFormat()
  return useMemo(() => quantityFormat(locale), [locale])
}
