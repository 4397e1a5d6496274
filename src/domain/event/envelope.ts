import type { Hlc } from './hlc.ts'

export const ENTITY_TYPES = [
  'order',
  'item',
  'payment',
  'shift',
  'check_out',
  'day',
  'stock',
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
] as const

export type EntityType = (typeof ENTITY_TYPES)[number]

/** What an event is about. `id` is a UUIDv7 made by the device that created the entity. */
export interface EntityRef {
  readonly type: EntityType
  readonly id: string
}

/** All events of one user action share a `txn`; they are applied together or not at all, everywhere. */
export interface Txn {
  readonly id: string
  readonly i: number
  readonly n: number
}

/**
 * One fact, written once by one device and relayed byte for byte. `payload` is the canonical JSON text that the
 * hash covers; nobody ever re-encodes it. `entType` is plain text because a newer device may know more entities.
 */
export interface Envelope {
  readonly store: string
  readonly dev: string
  /** Gapless from 1 per device. */
  readonly seq: number
  readonly txn: Txn
  readonly hlc: Hlc
  /** The device's own clock, raw, in milliseconds since 1970. */
  readonly wall: number
  /** The correction the device knew, in milliseconds; `wall + off` is its best guess of the true time. */
  readonly off: number
  /** The user who acted, or the device itself. */
  readonly actor: string
  readonly entType: string
  readonly entId: string
  readonly type: string
  readonly v: number
  /** A replica that does not know a critical event must not let anyone edit this entity. */
  readonly crit: boolean
  readonly payload: string
  readonly prev: string
  readonly hash: string
  /** Its author's signature over its log up to here, with the last event of each action. The hash does not cover it. */
  readonly sig?: string
}

/** The place of an event in its entity's history: a total order over all replicas. */
export interface EventKey {
  readonly hlc: Hlc
  readonly dev: string
  readonly seq: number
}

export function compareKeys(a: EventKey, b: EventKey): number {
  if (a.hlc !== b.hlc) return a.hlc < b.hlc ? -1 : 1
  if (a.dev !== b.dev) return a.dev < b.dev ? -1 : 1
  return a.seq - b.seq
}
