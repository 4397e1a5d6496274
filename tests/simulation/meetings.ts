import type { Doing } from './doings.ts'
import type { Random } from './random.ts'

/** What two people do to one order, each unseen by the other: the surest way to equal stamps, and to conflicts. */
export interface Meeting {
  /** What somebody did there a while before, so that there is something to meet on. */
  readonly before: readonly Doing[]
  readonly first: readonly Doing[]
  /** At the same moment, or a blink later. */
  readonly second: readonly Doing[]
}

const together = (first: Doing, second: Doing, ...before: readonly Doing[]): Meeting => ({
  before,
  first: [first],
  second: [second],
})

const MEETINGS: readonly Meeting[] = [
  together('price', 'price'),
  together('covers', 'covers'),
  together('table', 'table'),
  together('qty', 'qty', 'add'),
  together('qty', 'send', 'add'),
  together('remove', 'qty', 'add'),
  together('remove', 'send', 'add'),
  together('void', 'void', 'add', 'qty', 'send'),
  together('void', 'move', 'open', 'open', 'add', 'send'),
  together('move', 'move', 'open', 'open', 'add', 'send'),
  together('pay_all', 'pay_all'),
  together('pay_all', 'pay_all', 'pay_part'),
  together('pay_all', 'covers'),
  together('pay_all', 'add'),
  together('pay_all', 'void', 'send'),
  together('pay_all', 'discount'),
  together('merge', 'merge', 'open', 'open'),
  together('refund', 'refund', 'pay_all'),
  together('refund', 'void_payment', 'pay_all'),
  together('answer', 'answer', 'add', 'request'),
  together('decline', 'answer', 'add', 'request'),
  together('decline', 'answer', 'request', 'unclear'),
  { before: ['add', 'request'], first: ['answer', 'void_payment'], second: ['answer'] },
  { before: ['request'], first: ['decline'], second: ['answer', 'refund'] },
  together('tip', 'void_payment', 'pay_part'),
  together('tip', 'tip', 'pay_part'),
  together('reopen', 'reopen', 'pay_all'),
  { before: ['pay_all'], first: ['reopen', 'pay_all'], second: ['reopen'] },
  together('count', 'cash_move', 'shift_open'),
  together('cash_move', 'cash_move', 'shift_open'),
  together('shift_close', 'cash_move', 'shift_open'),
  together('shift_close', 'pay_part', 'shift_open'),
  together('shift_close', 'pay_all', 'shift_open'),
  together('shift_close', 'void_payment', 'shift_open', 'pay_part'),
  together('day_close', 'day_close'),
  together('undo_discount', 'discount_item', 'add', 'discount_item'),
  together('undo_discount', 'pay_all', 'discount'),
  together('unmerge', 'add', 'open', 'open', 'merge'),
]

/** A few kinds of meeting a seed, so that each of them comes often where it comes at all. */
export function drawMeetings(random: Random): readonly Meeting[] {
  return Array.from({ length: random.int(2, 8) }, () => random.pick(MEETINGS))
}
