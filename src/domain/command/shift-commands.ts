import type { CashMoveKind } from '#domain/shift/shift.ts'

/** What a person can ask for about drawers and days. Amounts in minor units. */
export type ShiftCommand =
  | { readonly type: 'open_shift'; readonly shiftId: string; readonly drawer: string; readonly float: number }
  | {
      readonly type: 'move_cash'
      readonly shiftId: string
      readonly moveId: string
      readonly kind: CashMoveKind
      readonly amount: number
      readonly party: string
      readonly reason: string
    }
  | {
      readonly type: 'count_drawer'
      readonly shiftId: string
      readonly pieces: readonly { readonly value: number; readonly count: number }[]
      readonly blind: boolean
    }
  | { readonly type: 'close_shift'; readonly shiftId: string }
  /** The waiter's own: open orders are transferred first. */
  | { readonly type: 'check_out'; readonly checkOutId: string; readonly declaredTips: number }
  | { readonly type: 'close_day'; readonly businessDate: string }
  /** The X of a day that is open, the Z of one that is closed. */
  | { readonly type: 'print_day'; readonly businessDate: string }
