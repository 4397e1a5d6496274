import type { DrillPage } from '#domain/report/drill-view.ts'
import type { RecordType } from '#domain/record/record.ts'
import type { RangeAnswer, ReportRange } from '#domain/report/range-view.ts'
import type { DeviceChange } from '#domain/staff/change-device.ts'
import type { Variances } from '#domain/stock/variance-view.ts'
import type { PersonChange } from '#domain/staff/change-person.ts'
import type { DrillAsked } from './report-views.ts'

/** Somebody who works or worked here, as whoever edits people sees them. */
export interface StaffView {
  readonly id: string
  readonly name: string
  readonly role: string
  /** Empty for a built-in role. */
  readonly roleName: string
  readonly active: boolean
  /** Until when this device takes no PIN of theirs, in seconds from when it was asked; 0: it does. */
  readonly lockedForS: number
}

/** What only the store's server does: parameters and answer by name. */
export interface ServerAsks {
  readonly savePerson: {
    readonly params: { readonly id: string; readonly change: PersonChange }
    readonly result: null
  }
  /** A range's report: the server has days that this device has not. [REPORT7] */
  readonly report: { readonly params: ReportRange; readonly result: RangeAnswer }
  /** The orders behind a row of it. [REPORT10] */
  readonly drill: { readonly params: DrillAsked; readonly result: DrillPage }
  /** The same of what counts found; `days` as in `stockVariance`. [STOCK12] */
  readonly variance: { readonly params: { readonly days: number | null }; readonly result: Variances }
  /** A dish's picture, in base64; the answer names it for the dish's record. [PICTURE2] */
  readonly savePicture: {
    readonly params: { readonly image: string }
    readonly result: { readonly picture: string }
  }
  readonly pairingCode: {
    readonly params: null
    readonly result: { readonly code: string; readonly expiresAt: number }
  }
  readonly saveDevice: {
    readonly params: { readonly dev: string; readonly change: DeviceChange }
    readonly result: null
  }
  /** What was set aside, oldest first, after this number. */
  readonly setAside: {
    readonly params: { readonly after: number; readonly all: boolean }
    readonly result: { readonly items: readonly SetAsideView[]; readonly more: boolean }
  }
  readonly settleAside: {
    readonly params: { readonly id: number; readonly how: 'release' | 'dismiss' }
    readonly result: null
  }
}

/** An event that was set aside: what it is, why, and what was done about it. */
export interface SetAsideView {
  readonly id: number
  readonly dev: string
  readonly seq: number
  readonly reason: string
  /** As it came, word for word: to be shown as text and as nothing else. */
  readonly body: string
  readonly receivedAt: number
  readonly settled: 'released' | 'dismissed' | null
  readonly settledBy: string | null
  readonly settledAt: number | null
}

export type ServerAskName = keyof ServerAsks

export type ServerAsk = {
  [A in ServerAskName]: { readonly name: A; readonly params: ServerAsks[A]['params'] }
}[ServerAskName]

/** Whose change of a record is asked for: of whichever of these fields changed last. */
export interface ChangerAsked {
  readonly type: RecordType
  readonly recordId: string
  readonly fields: readonly string[]
}
