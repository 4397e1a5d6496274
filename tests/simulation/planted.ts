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
  /** The server tells every device of every store. */
  readonly tellsEverybody?: boolean
}

export const NONE: Planted = {}
