import type { Of } from '#domain/command/command.ts'
import type { Context } from '#domain/context.ts'
import { isMinor } from '#domain/money/money.ts'
import { fitsTotal, type Bill } from '#domain/order/bill.ts'
import type { ChargeRule } from '#domain/pricing/charge.ts'
import { ok } from '#domain/result.ts'
import { authorityFor } from './authority.ts'
import { orderDraft } from './drafts.ts'
import { isDecision, openBill } from './open-bill.ts'
import { reject, type Decision } from './reject.ts'
import { unlessPaid } from './still-paid.ts'

/** Types the amount of an open charge, or takes it off. [FEE1] */
export function setCharge(command: Of<'set_charge'>, context: Context): Decision {
  const bill = openBill(context)
  if (isDecision(bill)) return bill
  const { orderId, chargeId, amount, reason } = command
  if (chargeOf(bill, chargeId)?.how.kind !== 'open') return reject('unknown_charge', 'FEE1')
  if (amount !== null && (!isMinor(amount) || amount < 0)) return reject('bad_amount', 'FEE1')
  if (amount !== null && !fitsTotal(bill, amount)) return reject('total_too_large', 'BILL2')
  const asked = { action: 'set_charge', subjects: [orderId], reason, reasonRule: null } as const
  const authority = authorityFor(context, asked)
  if (!authority.ok) return authority
  const payload = { chargeId, amount, ...authority.value }
  return unlessPaid(bill, [orderDraft(orderId, { type: 'order_charge_set', payload })])
}

/** [FEE2] */
export function waiveCharge(command: Of<'waive_charge'>, context: Context): Decision {
  const bill = openBill(context)
  if (isDecision(bill)) return bill
  const { orderId, chargeId, waived, reason } = command
  if (chargeOf(bill, chargeId) === undefined) return reject('unknown_charge', 'FEE2')
  if (bill.order.waivedCharges.includes(chargeId) === waived) return ok([])
  const reasonRule = waived ? 'FEE2' : null
  const asked = { action: 'waive_charge', subjects: [orderId], reason, reasonRule } as const
  const authority = authorityFor(context, asked)
  if (!authority.ok) return authority
  const payload = { chargeId, waived, ...authority.value }
  return unlessPaid(bill, [orderDraft(orderId, { type: 'order_charge_waived', payload })])
}

/** [FEE3] [TAX9] */
export function exemptOrder(command: Of<'exempt_order'>, context: Context): Decision {
  const bill = openBill(context)
  if (isDecision(bill)) return bill
  const { orderId, reason } = command
  const exempt: 'all' | readonly string[] =
    command.exempt === 'all' ? 'all' : [...new Set(command.exempt)].sort()
  if (exempt !== 'all' && !exempt.every((id) => knownTaxes(bill, context).has(id))) {
    return reject('unknown_tax', 'FEE3')
  }
  const reasonRule = exempt.length === 0 ? null : 'FEE3'
  const asked = { action: 'exempt_order', subjects: [orderId], reason, reasonRule } as const
  const authority = authorityFor(context, asked)
  if (!authority.ok) return authority
  const payload = { exempt, ...authority.value }
  return unlessPaid(bill, [orderDraft(orderId, { type: 'order_exempted', payload })])
}

function chargeOf(bill: Bill, chargeId: string): ChargeRule | undefined {
  return bill.order.rules.charges.find(({ id }) => id === chargeId)
}

/** Those of the store now, of the lines and of the charges: old lines may bear a tax the store no longer has. */
function knownTaxes(bill: Bill, context: Context): ReadonlySet<string> {
  const charges = bill.order.rules.charges.flatMap(({ taxes }) => (taxes === 'lines' ? [] : taxes))
  const lines = bill.items.flatMap(({ taxes }) => taxes)
  return new Set([...charges, ...lines, ...context.menu.taxes].map(({ id }) => id))
}
