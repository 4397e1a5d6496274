import type { Action } from '#domain/staff/permissions.ts'
import type { VoidKind } from './item.ts'

/** The six ways in which a line brings less than its price. They are never mixed up. [VOID4] */
export type LossKind = VoidKind | 'comp' | 'discount' | 'refund'

export interface LossEffect {
  readonly when: 'before sending' | 'after sending' | 'before closing' | 'after closing'
  readonly sales: 'not sold' | 'sold for nothing' | 'sold for less' | 'sold, then given back'
  /** What was taken from stock for it: nothing was, it goes back, or it is used up. */
  readonly stock: 'untouched' | 'back' | 'used'
  readonly reportedAs: 'removed' | 'void' | 'waste' | 'comp' | 'discount' | 'refund'
  readonly reasonNeeded: boolean
  /** The right it takes; roles say who has it alone, and who asks. */
  readonly right: Action
}

export const LOSS_EFFECTS: { readonly [kind in LossKind]: LossEffect } = {
  removed: {
    when: 'before sending',
    sales: 'not sold',
    stock: 'untouched',
    reportedAs: 'removed',
    reasonNeeded: false,
    right: 'take_order',
  },
  unmade: {
    when: 'after sending',
    sales: 'not sold',
    stock: 'back',
    reportedAs: 'void',
    reasonNeeded: true,
    right: 'void_sent_item',
  },
  wasted: {
    when: 'after sending',
    sales: 'not sold',
    stock: 'used',
    reportedAs: 'waste',
    reasonNeeded: true,
    right: 'void_sent_item',
  },
  comp: {
    when: 'before closing',
    sales: 'sold for nothing',
    stock: 'used',
    reportedAs: 'comp',
    reasonNeeded: true,
    right: 'comp',
  },
  discount: {
    when: 'before closing',
    sales: 'sold for less',
    stock: 'used',
    reportedAs: 'discount',
    reasonNeeded: true,
    right: 'discount',
  },
  refund: {
    when: 'after closing',
    sales: 'sold, then given back',
    stock: 'used',
    reportedAs: 'refund',
    reasonNeeded: true,
    right: 'refund',
  },
}
