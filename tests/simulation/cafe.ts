import type { Draft } from '#domain/event/event.ts'
import { minor } from '#domain/money/money.ts'
import type { RecordShapes, RecordType } from '#domain/record/record.ts'
import { SETTINGS_ID } from '#domain/store/settings.ts'

export const MENU_IDS = ['m1', 'm2', 'm3'] as const
/** Dishes that someone may write on the menu during the service, field by field. */
export const NEW_DISH_IDS = ['n1', 'n2'] as const
export const TABLE_IDS = ['t1', 't2'] as const

function record<T extends RecordType>(type: T, id: string, fields: RecordShapes[T]): Draft {
  return { ent: { type, id }, event: { type: 'record_changed', payload: { ...fields } } }
}

/** The smallest restaurant in which everything can happen. */
export function smallCafe(devices: readonly string[]): readonly Draft[] {
  return [
    record('settings', SETTINGS_ID, {
      name: 'Simulated',
      address: '',
      taxNumber: '',
      currency: { code: 'EUR', exponent: 2 },
      zone: 'Europe/Lisbon',
      cutoverHour: 4,
      taxScope: 'rate',
      taxRounding: 'half_up',
      receiptPrinterId: 'printer',
      receiptFooter: '',
    }),
    record('tax', 'vat', { name: 'VAT', ratePpm: 130_000, inclusive: true, active: true }),
    ...MENU_IDS.map((id, index) => menuItem(id, index)),
    ...TABLE_IDS.map((id, index) =>
      record('table', id, { name: id, areaId: 'a', seats: 4, position: index, active: true }),
    ),
    ...devices.map((id, index) =>
      record('device', id, {
        name: id,
        letter: 'ABCDE'[index] ?? '?',
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

function menuItem(id: string, position: number): Draft {
  return record('menu_item', id, {
    name: `Dish ${position}`,
    categoryId: 'c',
    stationId: 's',
    price: minor(250 + 130 * position),
    taxIds: ['vat'],
    position,
    picture: '',
    available: true,
    active: true,
  })
}
