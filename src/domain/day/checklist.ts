import type { Settings } from '#domain/store/settings.ts'
import type { DayFacts } from './day-close.ts'

/** A way out of what stands in the way of a close: none is without one. [ZDAY3] */
export type DayExit =
  | 'take_payment'
  | 'transfer'
  | 'cancel'
  | 'carry_over'
  | 'count_and_close'
  | 'record_answer'
  | 'check_out'
  | 'connect'
  | 'close_without'

/** One entry of the list somebody goes through before closing the day. */
export interface DayCheck {
  readonly what:
    | 'open_orders'
    | 'open_shifts'
    | 'unclear_payments'
    | 'scheduled_orders'
    | 'not_checked_out'
    | 'unsynced_devices'
  /** It must be settled first; otherwise it only warns. */
  readonly blocks: boolean
  /** Which ones: order numbers, drawers, payments, people, devices. Never empty. */
  readonly names: readonly string[]
  readonly exits: readonly DayExit[]
}

/** What is left to settle or to know, what blocks first; empty when the day can be closed in peace. [ZDAY3] [ZDAY4] */
export function dayChecklist(
  facts: DayFacts,
  settings: Pick<Settings, 'openOrdersBlockDay'>,
): readonly DayCheck[] {
  const ordersBlock = settings.openOrdersBlockDay === true
  const checks: readonly DayCheck[] = [
    {
      what: 'open_orders',
      blocks: ordersBlock,
      names: facts.openOrders,
      exits: ordersBlock ? ['take_payment', 'cancel'] : ['take_payment', 'transfer', 'cancel', 'carry_over'],
    },
    { what: 'open_shifts', blocks: true, names: facts.openShifts, exits: ['count_and_close'] },
    { what: 'unclear_payments', blocks: true, names: facts.unclearPayments, exits: ['record_answer'] },
    {
      what: 'scheduled_orders',
      blocks: false,
      names: facts.scheduledOrders,
      exits: ['carry_over', 'cancel'],
    },
    {
      what: 'not_checked_out',
      blocks: false,
      names: facts.notCheckedOut,
      exits: ['check_out', 'close_without'],
    },
    {
      what: 'unsynced_devices',
      blocks: false,
      names: facts.unsyncedDevices,
      exits: ['connect', 'close_without'],
    },
  ]
  return checks.filter(({ names }) => names.length > 0).sort((a, b) => Number(b.blocks) - Number(a.blocks))
}
