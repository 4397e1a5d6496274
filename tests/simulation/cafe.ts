import type { Draft } from '#domain/event/event.ts'
import { minor } from '#domain/money/money.ts'
import { SETTINGS_ID } from '#domain/store/settings.ts'
import { CHARGE_RULES } from '../support/charge-rules.ts'
import { menu, menuItem } from './menu.ts'
import { PEOPLE, TRAINEE } from './people.ts'
import { record } from './record-draft.ts'

export const TABLE_IDS = ['t1', 't2', 't3'] as const
export const MEAL_VOUCHER = 'meal'
/** Charges of the store: one that comes by itself, one whose amount is typed. */
export const SERVICE_CHARGE = CHARGE_RULES.service.id
export const OPEN_CHARGE = CHARGE_RULES.open.id

/** The smallest restaurant in which everything can happen. Its name is its own, to be recognised elsewhere. */
export function smallCafe(store: string, devices: readonly string[], coins: number | null): readonly Draft[] {
  return [
    record('settings', SETTINGS_ID, {
      name: `Simulated ${store}`,
      address: '',
      taxNumber: '',
      currency: { code: 'EUR', exponent: 2 },
      zone: 'Europe/Lisbon',
      cutoverHour: 4,
      taxScope: 'rate',
      taxRounding: 'half_up',
      charges: Object.values(CHARGE_RULES),
      cashRounding: coins === null ? null : { increment: minor(coins), mode: 'half_up' },
      receiptPrinterId: 'printer',
      receiptFooter: '',
    }),
    record('payment_method', MEAL_VOUCHER, { name: 'Meal', kind: 'voucher', position: 1, active: true }),
    record('area', 'a', { name: 'Inside', position: 1, active: true }),
    ...TABLE_IDS.map((id, index) =>
      record('table', id, { name: id, areaId: 'a', seats: 4, position: index, active: true }),
    ),
    ...menu(),
    record('role', TRAINEE, {
      name: 'Trainee',
      like: 'waiter',
      actions: { transfer_order: 'approval' },
      discountPpm: 0,
      active: true,
    }),
    ...PEOPLE.filter(({ role }) => role !== TRAINEE).map(({ id, role }) =>
      record('user', id, { name: id, role, pinHash: '', active: true }),
    ),
    ...devices.map((id, index) =>
      record('device', id, {
        name: id,
        letter: 'ABCDEF'[index] ?? '?',
        kind: 'device',
        pairedAt: 0,
        active: true,
      }),
    ),
  ]
}

/** More of the menu than one page of an exchange holds. */
export function longMenu(from: number, count: number): readonly Draft[] {
  return Array.from({ length: count }, (_, index) => menuItem(`extra-${from + index}`, from + index))
}
