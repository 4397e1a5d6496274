import type { Area, Table } from '#domain/floor/floor.ts'
import type { DiscountRule } from '#domain/discount/discount.ts'
import type { Category, MenuItem, ModifierGroup, PriceList } from '#domain/menu/menu.ts'
import type { PaymentMethod } from '#domain/payment/payment.ts'
import type { Device } from '#domain/staff/device.ts'
import type { RoleRecord } from '#domain/staff/role.ts'
import type { User } from '#domain/staff/user.ts'
import type { Printer, Station } from '#domain/kitchen/station.ts'
import type { Ingredient } from '#domain/stock/ingredient.ts'
import type { Settings, Tax } from '#domain/store/settings.ts'

/** Plain records: every field is last write wins by itself. */
export interface RecordShapes {
  readonly menu_item: MenuItem
  readonly category: Category
  readonly modifier_group: ModifierGroup
  readonly price_list: PriceList
  readonly discount: DiscountRule
  readonly payment_method: PaymentMethod
  readonly tax: Tax
  readonly area: Area
  readonly table: Table
  readonly station: Station
  readonly printer: Printer
  readonly user: User
  readonly role: RoleRecord
  readonly device: Device
  readonly settings: Settings
  readonly ingredient: Ingredient
}

export type RecordType = keyof RecordShapes

const RECORD_TYPES = [
  'menu_item',
  'category',
  'modifier_group',
  'price_list',
  'discount',
  'payment_method',
  'tax',
  'area',
  'table',
  'station',
  'printer',
  'user',
  'role',
  'device',
  'settings',
  'ingredient',
] as const satisfies readonly RecordType[]

/** The fields that changed, by name. A field nobody names keeps its value. */
export type RecordFields = { readonly [field: string]: unknown }

export interface RecordEvent {
  readonly type: 'record_changed'
  readonly payload: RecordFields
}

/**
 * A record after one more event. Events come in stamp order, so taking each named field is last write wins,
 * field by field. Fields this version does not know are kept for those that do.
 */
export function foldRecord(record: RecordFields | null, event: RecordEvent): RecordFields {
  return { ...record, ...event.payload }
}

export function isRecordType(type: string): type is RecordType {
  return (RECORD_TYPES as readonly string[]).includes(type)
}
