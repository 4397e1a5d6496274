import fc from 'fast-check'
import type { Command } from '#domain/command/command.ts'
import { MONEY_INTENTS } from './money-intents.ts'
import { ORDER_INTENTS, pick, type Meant } from './order-intents.ts'
import type { Till } from './till.ts'

const INTENTS = { ...ORDER_INTENTS, ...MONEY_INTENTS }
type Kind = keyof typeof INTENTS

/** What somebody means to do, before it is known what is there to do it to. */
export interface Intent {
  readonly kind: Kind
  readonly a: number
  readonly b: number
  readonly c: number
}

const OFTEN: readonly Kind[] = ['add', 'add', 'add', 'pay', 'pay', 'split', 'answer', 'send', 'void']
const KINDS = [...OFTEN, ...(Object.keys(INTENTS) as Kind[])]
const nat = fc.nat({ max: 997 })

export const intents: fc.Arbitrary<Intent> = fc.record({
  kind: fc.constantFrom(...KINDS),
  a: nat,
  b: nat,
  c: nat,
})

/** Three tables sit down and order; everything else is chance. */
export const SITTING_DOWN: readonly Intent[] = [0, 1, 2].flatMap((a): readonly Intent[] => [
  { kind: 'open', a: 0, b: a, c: a + 2 },
  { kind: 'add', a, b: 0, c: 1 },
  { kind: 'add', a, b: 1, c: 5 },
  { kind: 'add', a, b: 2, c: 3 },
])

/** The command that comes closest to what is meant, on what this till knows; `at` makes new ids. */
export function commandOf({ kind, a, b, c }: Intent, till: Till, at: number): Command {
  const bills = till.bills()
  const open = bills.filter(({ order }) => order.status === 'open')
  const bill = pick(a % 4 === 0 ? bills : open, a) ?? null
  const item = pick(bill?.items ?? [], b)
  const payment = pick(bill?.payments ?? [], b)
  const meant: Meant = INTENTS[kind]
  return meant({
    b,
    c,
    at,
    till,
    open,
    orderId: bill?.order.id ?? 'o0',
    other: pick(open, a + 1)?.order.id ?? 'o0',
    bill,
    item,
    itemId: item?.id ?? 'i0',
    payment,
    paymentId: payment?.id ?? 'p0',
  })
}
