import { minor } from '#domain/money/money.ts'
import type { Authority } from '#domain/order/order.ts'
import type { StoryFact, StoryWhat } from '#device/messages/history-views.ts'
import type { StoryNames } from './names.ts'

/** A fact with what it has to say; the rest of it is empty. */
export function fact(what: StoryWhat, said: Partial<StoryFact> = {}): StoryFact {
  return {
    what,
    lines: [],
    name: '',
    method: null,
    service: null,
    amount: null,
    tip: minor(0),
    count: 0,
    reason: '',
    approver: '',
    ...said,
  }
}

/** Why it was done, and who said yes. */
export function allowed(
  { reason, approvedBy }: Pick<Authority, 'reason' | 'approvedBy'>,
  names: Pick<StoryNames, 'person'>,
): Pick<StoryFact, 'reason' | 'approver'> {
  return { reason, approver: names.person(approvedBy) }
}
