import type { Draft } from '#domain/event/event.ts'
import { isLocalHost } from '#domain/kitchen/printer-checks.ts'
import { isName } from '#domain/menu/shape.ts'
import type { Currency } from '#domain/money/money.ts'
import type { RecordFields, RecordType } from '#domain/record/record.ts'
import type { Rejection } from '#domain/rejection.ts'
import { err, ok, type Result } from '#domain/result.ts'
import { changePerson } from '#domain/staff/change-person.ts'
import { rightsOf } from '#domain/staff/rights.ts'
import { PRESETS } from './presets/presets.ts'
import { isCurrency, isCutoverHour, isZone, SETTINGS_ID } from './settings.ts'

/** What an owner says of a restaurant that nobody works in yet. */
export interface Founding {
  readonly owner: { readonly id: string; readonly name: string; readonly pin: string }
  readonly name: string
  /** Of a preset, with its taxes, currency and rounding; null: another, without taxes at first. */
  readonly country: string | null
  /** Where there is no preset. */
  readonly currency: Currency
  readonly zone: string
  readonly cutoverHour: number
  readonly area: string
  readonly tables: number
  /** Of the receipt printer; empty: there is none yet. */
  readonly printerHost: string
}

export interface Founded {
  readonly records: readonly Draft[]
  /** The owner's own record, but for the PIN's hash. */
  readonly owner: RecordFields
}

export const FOUNDING_TABLES_MAX = 60
const PRINTER_ID = 'printer-receipt'
const AREA_ID = 'area-1'
const RAW_PORT = 9100
const USUAL_SEATS = 4

/** A restaurant that can sell at once, each part checked as it would be later in the back office. [SETUP2] */
export function foundStore(asked: Founding, now: number): Result<Founded, Rejection> {
  const { name, pin, id } = asked.owner
  const owner = changePerson(
    id,
    { name, pin, role: 'owner' },
    { people: [], roles: new Map([['owner', rightsOf('owner')]]), now },
  )
  if (!owner.ok) return owner
  const wrong = wrongIn(asked)
  if (wrong !== null) return err(wrong)
  return ok({
    owner: owner.value,
    records: [...printerOf(asked), settingsOf(asked), ...taxesOf(asked), ...tablesOf(asked)],
  })
}

function wrongIn(asked: Founding): Rejection | null {
  const { name, zone, cutoverHour, country, currency, area, tables, printerHost } = asked
  const isKnown = country === null ? isCurrency(currency) : presetOf(country) !== undefined
  const isGood =
    name.trim() !== '' &&
    isName(name) &&
    isKnown &&
    isZone(zone) &&
    isCutoverHour(cutoverHour) &&
    isName(area) &&
    Number.isSafeInteger(tables) &&
    tables >= 0 &&
    tables <= FOUNDING_TABLES_MAX
  if (!isGood) return { code: 'bad_record', rule: 'SETUP2' }
  return printerHost === '' || isLocalHost(printerHost)
    ? null
    : { code: 'printer_on_internet', rule: 'RECORD7' }
}

function presetOf(country: string | null) {
  return PRESETS.find((preset) => preset.country === country)
}

function settingsOf({ name, country, currency, zone, cutoverHour, printerHost }: Founding): Draft {
  const preset = presetOf(country)?.settings ?? { currency, taxScope: 'rate', taxRounding: 'half_up' }
  return recordOf('settings', SETTINGS_ID, {
    name: name.trim(),
    address: '',
    taxNumber: '',
    ...preset,
    zone,
    cutoverHour,
    receiptPrinterId: printerHost === '' ? '' : PRINTER_ID,
    receiptFooter: '',
  })
}

function taxesOf({ country }: Founding): readonly Draft[] {
  return (presetOf(country)?.taxes ?? []).map(({ id, ...fields }) => recordOf('tax', id, fields))
}

function printerOf({ printerHost: host }: Founding): readonly Draft[] {
  if (host === '') return []
  const fields = { name: 'Receipts', host, port: RAW_PORT, columns: 48, active: true }
  return [recordOf('printer', PRINTER_ID, fields)]
}

function tablesOf({ area, tables }: Founding): readonly Draft[] {
  if (tables === 0) return []
  const table = (_: unknown, index: number): Draft =>
    recordOf('table', `table-${index + 1}`, {
      name: String(index + 1),
      areaId: AREA_ID,
      seats: USUAL_SEATS,
      position: index,
      active: true,
    })
  return [
    recordOf('area', AREA_ID, { name: area, position: 0, active: true }),
    ...Array.from({ length: tables }, table),
  ]
}

function recordOf(type: RecordType, id: string, payload: RecordFields): Draft {
  return { ent: { type, id }, event: { type: 'record_changed', payload } }
}
