import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '#app/data/new-id.ts'
import { AMOUNT_DIGITS_MAX, usePad } from '#app/ui/use-pad.ts'
import type { PayingView } from '#device/messages/paying-view.ts'
import type { Command } from '#domain/command/command.ts'
import type { Discount } from '#domain/discount/discount.ts'
import { minor } from '#domain/money/money.ts'
import { giveDiscount, type DiscountTarget } from './discount-target.ts'

export type DiscountKind = 'percent' | 'amount' | 'comp'
export type DiscountPreset = PayingView['discounts'][number]

export interface DiscountDraft {
  readonly kind: DiscountKind
  readonly preset: DiscountPreset | null
  /** Whole percents, or minor units. */
  readonly typed: number
  /** Of a percentage: the store's own may be of half percents, which no key types. */
  readonly percent: number
  setKind(kind: DiscountKind): void
  choose(preset: DiscountPreset): void
  set(value: number): void
  add(digits: string): void
  remove(): void
  /** The command it comes to with this reason; null: something is missing. */
  command(reason: string): Command | null
}

const PPM_PER_PERCENT = 10_000

/** A discount as it is being typed. One of the store's own stays that one until something else is typed. */
export function useDiscountDraft(target: DiscountTarget): DiscountDraft {
  const { t } = useTranslation('pos')
  const [kind, setKind] = useState<DiscountKind>('percent')
  const [preset, setPreset] = useState<DiscountPreset | null>(null)
  const { digits, add, remove, set } = usePad(AMOUNT_DIGITS_MAX)
  const typed = kind === 'percent' ? Math.min(Number(digits), 100) : Number(digits)

  return {
    kind,
    preset,
    typed,
    percent: preset?.how.kind === 'percent' ? preset.how.ratePpm / PPM_PER_PERCENT : typed,
    setKind(chosen) {
      setPreset(null)
      setKind(chosen)
      set('')
    },
    choose(chosen) {
      const { how } = chosen
      setPreset(chosen)
      setKind(how.kind === 'amount' || how.kind === 'open_amount' ? 'amount' : 'percent')
      if (how.kind === 'percent') set(String(Math.round(how.ratePpm / PPM_PER_PERCENT)))
      else set(how.kind === 'amount' ? String(how.amount) : '')
    },
    set(value) {
      setPreset(null)
      set(String(value))
    },
    add(more) {
      if (!isOpen(preset)) setPreset(null)
      add(more)
    },
    remove() {
      if (!isOpen(preset)) setPreset(null)
      remove()
    },
    command(reason) {
      const why = reason.trim()
      const { orderId, itemId } = target
      if (why === '') return null
      if (kind === 'comp') return itemId === null ? null : { type: 'comp_item', orderId, itemId, reason: why }
      const how = fixedHow(preset) ?? typedHow(kind, typed)
      if (how === null) return null
      const typedName =
        kind === 'percent' ? t('discount.percentName', { percent: typed }) : t('discount.amountName')
      return giveDiscount(target, {
        id: preset?.id ?? newId(),
        name: preset?.name ?? typedName,
        how,
        reason: why,
      })
    },
  }
}

/** Whoever gives it types how much. */
function isOpen(preset: DiscountPreset | null): boolean {
  return preset?.how.kind === 'open_percent' || preset?.how.kind === 'open_amount'
}

function fixedHow(preset: DiscountPreset | null): Discount['how'] | null {
  const how = preset?.how
  return how?.kind === 'percent' || how?.kind === 'amount' ? how : null
}

function typedHow(kind: DiscountKind, typed: number): Discount['how'] | null {
  if (typed <= 0) return null
  if (kind === 'amount') return { kind: 'amount', amount: minor(typed) }
  return { kind: 'percent', ratePpm: typed * PPM_PER_PERCENT, cap: null }
}
