import { minor, type Minor } from '#domain/money/money.ts'
import { PPM, scale } from '#domain/money/ratio.ts'
import { isMinuteOfDay, isPrices, isTexts, isWeekdays } from '#domain/menu/menu-shape.ts'
import type { RecordFields } from '#domain/record/record.ts'
import type { OfficeRecord } from '#device/messages.ts'
import { decimalText } from '#i18n/money.ts'
import { shaped, text, whole } from '#app/features/backoffice/records/read.ts'
import {
  errorsOf,
  typedPercent,
  typedPrice,
  wrongName,
  type Errors,
} from '#app/features/backoffice/records/typed.ts'

/** A price list's form, as typed. */
export interface PriceListDraft {
  readonly name: string
  /** Local times such as 17:00; both empty: all day. */
  readonly from: string
  readonly to: string
  readonly weekdays: readonly string[]
  readonly services: readonly string[]
  readonly areaIds: readonly string[]
  /** A whole number; of lists that price the same item the highest counts. */
  readonly rank: string
  readonly prices: readonly PriceDraft[]
}

export interface PriceDraft {
  /** An item's id, or `item:size`. */
  readonly key: string
  readonly price: string
}

const HOUR = 60
const NO_TIMES = { from: 0, to: 0 }

/** From when until when a list holds, in local minutes; equal: all day. */
export function windowOf(record: OfficeRecord): { readonly from: number; readonly to: number } {
  const { from, to } = record
  return isMinuteOfDay(from) && isMinuteOfDay(to)
    ? { from: whole(record, 'from'), to: whole(record, 'to') }
    : NO_TIMES
}

/** Minutes of the day as on a wall: 17:30. */
export function timeText(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${two(Math.floor(minutes / HOUR) % 24)}:${two(minutes % HOUR)}`
}

export function pricesOf(record: OfficeRecord): { readonly [key: string]: Minor } {
  return shaped<{ readonly [key: string]: Minor }>(record, 'prices', isPrices, {})
}

export function weekdaysOf(record: OfficeRecord): readonly number[] {
  return shaped<readonly number[]>(record, 'weekdays', isWeekdays, [])
}

const BLANK: PriceListDraft = {
  name: '',
  from: '',
  to: '',
  weekdays: [],
  services: [],
  areaIds: [],
  rank: '0',
  prices: [],
}

export function draftOfPriceList(record: OfficeRecord | null, exponent: number): PriceListDraft {
  if (record === null) return BLANK
  const { from, to } = windowOf(record)
  return {
    name: text(record, 'name'),
    from: from === to ? '' : timeText(from),
    to: from === to ? '' : timeText(to),
    weekdays: weekdaysOf(record).map(String),
    services: shaped<readonly string[]>(record, 'services', isTexts, []),
    areaIds: shaped<readonly string[]>(record, 'areaIds', isTexts, []),
    rank: String(whole(record, 'priority')),
    prices: Object.entries(pricesOf(record)).map(([key, price]) => ({
      key,
      price: decimalText(price, exponent),
    })),
  }
}

/** What the form says, as fields of the record, with what is wrong in it. [LEVEL1] [LEVEL2] [RECORD6] */
export function readPriceList(
  draft: PriceListDraft,
  exponent: number,
): { readonly fields: RecordFields; readonly errors: Errors } {
  const times = draft.from === '' && draft.to === '' ? NO_TIMES : readTimes(draft)
  const prices = draft.prices.map(({ key, price }) => ({ key, ...typedPrice(price, exponent) }))
  const errors = errorsOf({
    name: wrongName(draft.name),
    times: times === null ? 'timeBad' : null,
    prices: prices.length === 0 ? 'pricesMissing' : null,
    ...Object.fromEntries(prices.map(({ key, wrong }) => [`price:${key}`, wrong])),
  })
  const fields = {
    name: draft.name.trim(),
    ...(times ?? NO_TIMES),
    weekdays: draft.weekdays.map(Number).toSorted((a, b) => a - b),
    services: draft.services,
    areaIds: draft.areaIds,
    priority: Number(draft.rank),
    prices: Object.fromEntries(prices.map(({ key, price }) => [key, price])),
  }
  return { fields, errors }
}

function readTimes({ from, to }: PriceListDraft): { readonly from: number; readonly to: number } | null {
  const [begin, end] = [minutesOf(from), minutesOf(to)]
  return begin === null || end === null ? null : { from: begin, to: end }
}

function minutesOf(time: string): number | null {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? []
  return hours === undefined ? null : Number(hours) * HOUR + Number(minutes)
}

/** Every price of the form this much below the menu's, rounded to the smallest coin; null: that is no percentage. */
export function percentOff(
  prices: readonly PriceDraft[],
  typed: string,
  menuPrices: ReadonlyMap<string, number>,
  exponent: number,
): readonly PriceDraft[] | null {
  const { ppm, wrong } = typedPercent(typed)
  if (wrong !== null) return null
  return prices.map((one) => {
    const price = menuPrices.get(one.key)
    if (price === undefined) return one
    return { ...one, price: decimalText(scale(minor(price), PPM - ppm, PPM, 'half_up'), exponent) }
  })
}
