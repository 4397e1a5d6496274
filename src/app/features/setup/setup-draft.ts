import { PRESETS } from '#domain/store/presets/presets.ts'
import { isZone } from '#domain/store/settings.ts'
import { isLocalHost } from '#domain/kitchen/printer-checks.ts'
import type { Currency } from '#domain/money/money.ts'
import { PIN_LENGTH_MAX, pinLengthMin } from '#domain/staff/pin-length.ts'
import { rightsOf } from '#domain/staff/rights.ts'
import { FOUNDING_TABLES_MAX, type Founding } from '#domain/store/founding.ts'

/** What stands in the wizard, as typed. */
export interface SetupDraft {
  readonly code: string
  readonly owner: string
  readonly pin: string
  readonly pinAgain: string
  readonly name: string
  /** Of a preset; empty: another. */
  readonly country: string
  readonly currency: string
  readonly zone: string
  readonly cutoverHour: string
  readonly tables: string
  readonly menu: 'example' | 'empty' | 'import'
  readonly printerHost: string
  readonly deviceName: string
}

export const SETUP_STEPS = ['owner', 'restaurant', 'start'] as const
export type SetupStep = (typeof SETUP_STEPS)[number]

export type SetupWrong =
  | 'codeMissing'
  | 'nameMissing'
  | 'nameLong'
  | 'pinBad'
  | 'pinDiffers'
  | 'currencyBad'
  | 'zoneBad'
  | 'tablesBad'
  | 'hostBad'

export type SetupErrors = { readonly [field in keyof SetupDraft]?: SetupWrong }

const NAME_LENGTH_MAX = 80
const DEVICE_NAME_LENGTH_MAX = 40

/** Where most begin: the country and zone this device is set to, a dozen tables. */
export function firstDraft(of: {
  readonly code: string
  readonly language: string
  readonly zone: string
  readonly deviceName: string
}): SetupDraft {
  const region = /[-_]([A-Z]{2})\b/.exec(of.language)?.[1] ?? ''
  return {
    code: of.code,
    owner: '',
    pin: '',
    pinAgain: '',
    name: '',
    country: PRESETS.some(({ country }) => country === region) ? region : '',
    currency: '',
    zone: of.zone,
    cutoverHour: '4',
    tables: '12',
    menu: 'example',
    printerHost: '',
    deviceName: of.deviceName,
  }
}

/** What is wrong in a step; nothing: it may be left. [SETUP2] */
export function wrongIn(step: SetupStep, draft: SetupDraft): SetupErrors {
  const all = {
    owner: { code: wrongCode(draft.code), owner: wrongName(draft.owner), ...wrongPins(draft) },
    restaurant: {
      name: wrongName(draft.name),
      currency: draft.country === '' && currencyOf(draft.currency) === null ? 'currencyBad' : null,
      zone: isZone(draft.zone.trim()) ? null : 'zoneBad',
    },
    start: {
      tables: wrongTables(draft.tables),
      printerHost: draft.printerHost.trim() === '' || isLocalHost(draft.printerHost) ? null : 'hostBad',
      deviceName: wrongName(draft.deviceName, DEVICE_NAME_LENGTH_MAX),
    },
  } as const
  return Object.fromEntries(Object.entries(all[step]).filter(([, wrong]) => wrong !== null))
}

/** What the server is told. Call it once no step is wrong. */
export function foundingOf(draft: SetupDraft, ownerId: string, area: string): Founding {
  const { owner, pin, country, currency, cutoverHour, tables, printerHost } = draft
  return {
    owner: { id: ownerId, name: owner.trim(), pin },
    name: draft.name.trim(),
    country: country === '' ? null : country,
    currency: currencyOf(currency) ?? { code: 'EUR', exponent: 2 },
    zone: draft.zone.trim(),
    cutoverHour: Number(cutoverHour),
    area,
    tables: Number(tables),
    printerHost: printerHost.trim(),
  }
}

/** A currency by its three letters, with as many decimals as it has; null: there is none, or none we can count in. */
export function currencyOf(typed: string): Currency | null {
  const code = typed.trim().toUpperCase()
  if (!Intl.supportedValuesOf('currency').includes(code)) return null
  const format = new Intl.NumberFormat('en', { style: 'currency', currency: code })
  const exponent = format.resolvedOptions().maximumFractionDigits
  return exponent === 0 || exponent === 2 || exponent === 3 ? { code, exponent } : null
}

function wrongCode(code: string): SetupWrong | null {
  return code.trim() === '' ? 'codeMissing' : null
}

function wrongName(name: string, max = NAME_LENGTH_MAX): SetupWrong | null {
  if (name.trim() === '') return 'nameMissing'
  return name.trim().length > max ? 'nameLong' : null
}

function wrongPins({ pin, pinAgain }: SetupDraft) {
  const isGood =
    /^\d+$/.test(pin) && pin.length >= pinLengthMin(rightsOf('owner')) && pin.length <= PIN_LENGTH_MAX
  return { pin: isGood ? null : 'pinBad', pinAgain: pin === pinAgain ? null : 'pinDiffers' } as const
}

function wrongTables(typed: string): SetupWrong | null {
  return /^\d{1,3}$/.test(typed.trim()) && Number(typed) <= FOUNDING_TABLES_MAX ? null : 'tablesBad'
}
