import type { Envelope } from '#domain/event/envelope.ts'
import type { ItemEvent } from '#domain/item/item.ts'
import type { OrderEvent } from '#domain/order/order.ts'
import type { PaymentEvent } from '#domain/payment/payment.ts'
import { isKnownEvent, parseEvent } from '#sync/event-schema.ts'
import type { StoryEntry, StoryFact } from '#device/messages/history-views.ts'
import { fact } from './fact.ts'
import { itemFacts } from './item-facts.ts'
import type { StoryNames } from './names.ts'
import { orderFacts } from './order-facts.ts'
import { paymentFacts } from './payment-facts.ts'

/** What people did, one action an entry: a tap on "Send" with five lines is one thing to read, not five. [HIST4] */
export function storyEntries(events: readonly Envelope[], names: StoryNames): readonly StoryEntry[] {
  const entries: { key: string; txn: string; at: number; person: string; facts: StoryFact[] }[] = []
  for (const event of events) {
    const facts = factsOf(event, names)
    const last = entries.at(-1)
    if (last?.txn === event.txn.id) for (const one of facts) addFact(last.facts, one)
    else if (facts.length > 0) {
      const { dev, seq, wall, off, actor } = event
      const entry = { key: `${dev} ${seq}`, txn: event.txn.id, at: wall + off, person: names.person(actor) }
      entries.push({ ...entry, facts: [...facts] })
    }
  }
  return entries.map(({ key, at, person, facts }) => ({ key, at, person, facts }))
}

function factsOf({ entType, entId, type, payload }: Envelope, names: StoryNames): readonly StoryFact[] {
  const event = isKnownEvent(type) ? parseEvent(type, payload) : null
  if (event === null) return [fact('unknown', { name: type })]
  if (entType === 'item') return itemFacts(entId, event as ItemEvent, names)
  if (entType === 'payment') return paymentFacts(event as PaymentEvent, names)
  return orderFacts(event as OrderEvent, names)
}

/** The same thing done to several lines is said once. */
function addFact(facts: StoryFact[], one: StoryFact): void {
  const index = facts.findIndex((other) => sameBut(other, one))
  const same = facts[index]
  if (same === undefined || one.lines.length === 0) facts.push(one)
  else facts[index] = { ...same, lines: [...same.lines, ...one.lines] }
}

function sameBut(a: StoryFact, b: StoryFact): boolean {
  const keys = ['what', 'name', 'amount', 'reason', 'approver', 'method'] as const
  return keys.every((key) => a[key] === b[key])
}
