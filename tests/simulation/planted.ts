import type { Draft } from '#domain/event/event.ts'
import type { Sabotage } from '#sync/ports.ts'

/** A bug put in on purpose, to see that the simulator finds it. Empty: none. */
export interface Planted {
  /** In the code under test itself. */
  readonly product?: Sabotage
  /** Every statement before it runs; it keeps its places for values. */
  readonly sql?: (text: string) => string
  /** What was decided, before it is written. */
  readonly drafts?: (drafts: readonly Draft[]) => readonly Draft[]
  /** A flush says that it is done and is not. */
  readonly flushLies?: boolean
  /** Two writers at once on one database. */
  readonly noMutex?: boolean
  /** A failed transaction is kept half. */
  readonly rollbackKeeps?: boolean
  /** What is wrong with the server's replies. */
  readonly reply?: 'cursor' | 'without_events' | 'encoded_anew'
  /** A hub sends the cloud what it wrote itself, and not what its devices wrote. */
  readonly hubKeepsOthers?: boolean
  /** A device whose log forked stays who it is. */
  readonly neverRenews?: boolean
  /** It takes on a new id, and numbers again what it writes again by the letter it had. */
  readonly keepsLetter?: boolean
  /** Somebody else's log stays as it is here, whatever the server has. */
  readonly neverRewinds?: boolean
  /** A device that lost its data comes back under the id it had. */
  readonly joinsAsBefore?: boolean
  /** A program that is updated does not look at what the older one kept. */
  readonly noCatchUp?: boolean
  /** An older program takes in only what it knows. */
  readonly refusesUnknown?: boolean
  /** The server tells every device of every store. */
  readonly tellsEverybody?: boolean
}

export const NONE: Planted = {}
