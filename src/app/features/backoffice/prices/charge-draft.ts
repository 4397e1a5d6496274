import { COVERS_MAX } from '#domain/limits.ts'
import { SERVICES } from '#domain/order/order.ts'
import { isChargeRules } from '#domain/pricing/charge-checks.ts'
import type { ChargeRule } from '#domain/pricing/charge.ts'
import type { RecordFields } from '#domain/record/record.ts'
import type { OfficeRecord } from '#device/messages.ts'
import { decimalText } from '#i18n/money.ts'
import { shaped } from '#app/features/backoffice/records/read.ts'
import {
  errorsOf,
  percentText,
  typedPercent,
  typedPrice,
  wrongName,
  type Errors,
} from '#app/features/backoffice/records/typed.ts'

/** A charge's form, as typed. */
export interface ChargeDraft {
  readonly name: string
  readonly kind: ChargeRule['how']['kind']
  readonly rate: string
  readonly amount: string
  readonly base: ChargeRule['base']
  /** As the lines; none, after the tax; or its own, which this form keeps as they are. */
  readonly taxes: 'lines' | 'none' | 'own'
  readonly gratuity: boolean
  readonly services: readonly string[]
  readonly minCovers: string
  readonly minSubtotal: string
}

const BLANK: ChargeDraft = {
  name: '',
  kind: 'percent',
  rate: '',
  amount: '',
  base: 'discounted',
  taxes: 'lines',
  gratuity: false,
  services: [],
  minCovers: '',
  minSubtotal: '',
}

/** The charges of the store, all of them in one field of its settings. */
export function chargesOf(settings: OfficeRecord | undefined): readonly ChargeRule[] {
  return settings === undefined ? [] : shaped<readonly ChargeRule[]>(settings, 'charges', isChargeRules, [])
}

export function draftOfCharge(charge: ChargeRule | null, exponent: number): ChargeDraft {
  if (charge === null) return BLANK
  const { how } = charge
  return {
    name: charge.name,
    kind: how.kind,
    rate: how.kind === 'percent' ? percentText(how.ratePpm) : '',
    amount: how.kind === 'fixed' ? decimalText(how.amount, exponent) : '',
    base: charge.base,
    taxes: taxesOf(charge),
    gratuity: charge.gratuity,
    services: charge.services,
    minCovers: charge.minCovers === 0 ? '' : String(charge.minCovers),
    minSubtotal: charge.minSubtotal === 0 ? '' : decimalText(charge.minSubtotal, exponent),
  }
}

function taxesOf({ phase, taxes }: ChargeRule): ChargeDraft['taxes'] {
  if (phase === 'after_tax') return 'none'
  return taxes === 'lines' ? 'lines' : 'own'
}

/** What the form says, as fields of the charge, with what is wrong in it. [CHARGE1] [CHARGE4] */
export function readCharge(
  draft: ChargeDraft,
  shown: ChargeRule | null,
  exponent: number,
): { readonly fields: RecordFields; readonly errors: Errors } {
  const { kind } = draft
  const rate = typedPercent(draft.rate)
  const amount = typedPrice(draft.amount, exponent)
  const subtotal = typedPrice(draft.minSubtotal, exponent)
  const covers = draft.minCovers.trim()
  const isCovers = /^\d{0,3}$/.test(covers) && Number(covers) <= COVERS_MAX
  const errors = errorsOf({
    name: wrongName(draft.name),
    rate: kind === 'percent' ? rate.wrong : null,
    amount: kind === 'fixed' ? amount.wrong : null,
    minCovers: isCovers ? null : 'numberBad',
    minSubtotal: draft.minSubtotal.trim() === '' ? null : subtotal.wrong,
  })
  const how =
    kind === 'percent'
      ? { kind, ratePpm: rate.ppm }
      : kind === 'fixed'
        ? { kind, amount: amount.price }
        : { kind }
  const fields = {
    name: draft.name.trim(),
    how,
    phase: draft.taxes === 'none' ? 'after_tax' : 'before_tax',
    base: draft.base,
    taxes: draft.taxes === 'own' ? (shown?.taxes ?? 'lines') : 'lines',
    gratuity: draft.gratuity,
    services: SERVICES.filter((service) => draft.services.includes(service)),
    minCovers: isCovers ? Number(covers) : 0,
    minSubtotal: subtotal.price,
  }
  return { fields, errors }
}

/**
 * All charges, with these fields of one changed or it added. The list is the newest there is, so that whoever edits
 * another charge meanwhile keeps their change.
 */
export function withCharge(
  charges: readonly ChargeRule[],
  id: string,
  changed: RecordFields,
): readonly ChargeRule[] {
  const isKnown = charges.some((charge) => charge.id === id)
  if (!isKnown) return [...charges, { id, ...changed } as ChargeRule]
  return charges.map((charge) => (charge.id === id ? { ...charge, ...changed } : charge))
}
