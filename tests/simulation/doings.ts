import type { Random } from './random.ts'

/** What people do in a restaurant, and how often. Each is one command, or a few of a kind. */
const USUAL = {
  open: 7,
  covers: 5,
  guest: 2,
  service: 2,
  table_move: 2,
  transfer: 2,
  merge: 4,
  unmerge: 3,
  discount: 4,
  undo_discount: 2,
  charge: 2,
  waive: 1,
  exempt: 1,
  split: 4,
  send: 13,
  fire: 3,
  reopen: 3,
  cancel: 2,
  print: 1,
  add: 24,
  qty: 9,
  note: 5,
  modifiers: 3,
  place: 3,
  move: 5,
  remove: 3,
  void: 6,
  discount_item: 3,
  comp: 2,
  changed: 2,
  prepare: 12,
  pay_part: 5,
  pay_all: 9,
  pay_check: 4,
  request: 7,
  answer: 6,
  unclear: 3,
  decline: 2,
  tip: 3,
  void_payment: 3,
  refund: 5,
  shift_open: 3,
  cash_move: 2,
  count: 2,
  shift_close: 2,
  check_out: 1,
  day_close: 1,
  price: 6,
  sold_out: 2,
  table: 3,
  dish: 3,
  tax: 1,
  extras: 1,
  stock: 3,
} as const

export type Doing = keyof typeof USUAL
const DOINGS = Object.keys(USUAL) as readonly Doing[]

/** Each kind of doing is up to four times as likely as usual, or absent. */
export function drawWeights(random: Random): ReadonlyMap<Doing, number> {
  return new Map(
    DOINGS.map((doing) => {
      const factor = random.pick([0, 0.5, 1, 1, 1, 2, 4])
      const needed = doing === 'open' || doing === 'add'
      return [doing, USUAL[doing] * (needed ? Math.max(1, factor) : factor)] as const
    }),
  )
}

export function drawDoing(weights: ReadonlyMap<Doing, number>, random: Random): Doing {
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
  let left = random.next() * total
  for (const [doing, weight] of weights) {
    left -= weight
    if (left < 0) return doing
  }
  return 'add'
}

const RECORD_DOINGS = ['price', 'sold_out', 'table', 'dish', 'tax', 'extras', 'stock'] as const
export type RecordDoing = (typeof RECORD_DOINGS)[number]
const SHIFT_DOINGS = ['shift_open', 'cash_move', 'count', 'shift_close', 'check_out', 'day_close'] as const
export type ShiftDoing = (typeof SHIFT_DOINGS)[number]
const MONEY_DOINGS = [
  'pay_part',
  'pay_all',
  'pay_check',
  'request',
  'answer',
  'unclear',
  'decline',
  'tip',
  'void_payment',
  'refund',
  'split',
] as const
export type MoneyDoing = (typeof MONEY_DOINGS)[number]
const ITEM_DOINGS = [
  'qty',
  'note',
  'modifiers',
  'place',
  'remove',
  'void',
  'discount_item',
  'comp',
  'changed',
  'prepare',
  'move',
] as const
export type ItemDoing = (typeof ITEM_DOINGS)[number]
export type OrderDoing = Exclude<Doing, RecordDoing | ShiftDoing | MoneyDoing | ItemDoing | 'open'>

export const isRecordDoing = (doing: Doing): doing is RecordDoing => isOneOf(RECORD_DOINGS, doing)
export const isShiftDoing = (doing: Doing): doing is ShiftDoing => isOneOf(SHIFT_DOINGS, doing)
export const isMoneyDoing = (doing: Doing): doing is MoneyDoing => isOneOf(MONEY_DOINGS, doing)
export const isItemDoing = (doing: Doing): doing is ItemDoing => isOneOf(ITEM_DOINGS, doing)

/** Done to orders that may be closed by now. */
const AFTERWARDS = [
  'refund',
  'void_payment',
  'reopen',
  'tip',
  'answer',
  'unclear',
  'decline',
  'print',
] as const
export const isAfterwards = (doing: Doing): boolean => isOneOf(AFTERWARDS, doing)

function isOneOf(list: readonly Doing[], doing: Doing): boolean {
  return list.includes(doing)
}
