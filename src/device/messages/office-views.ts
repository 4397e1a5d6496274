import type { PersonChange } from '#domain/staff/change-person.ts'

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
}

export type ServerAskName = keyof ServerAsks

export type ServerAsk = {
  [A in ServerAskName]: { readonly name: A; readonly params: ServerAsks[A]['params'] }
}[ServerAskName]
