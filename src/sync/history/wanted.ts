import { entityKey } from '#database/entities.ts'
import type { HistoryPage } from '#database/histories.ts'
import type { Ref } from '#database/queries/day-rows.ts'
import { HISTORY_REFS_MAX, type HistoryAsk } from '#sync/protocol.ts'

/** How it stands with something that is not here. `unknown`: the server has none either. */
export type Sought = 'coming' | 'unknown'

export interface Wanted {
  want(refs: readonly Ref[]): void
  /** The same of one that somebody waits for. `isInVain`: the server is not to be asked. */
  seek(ref: Ref, isInVain: boolean): Sought
  ask(): HistoryAsk | null
  heard(ask: HistoryAsk, page: HistoryPage): void
}

/**
 * Entities to be asked for by name, once each time that something happens to one: it may have gone from here again
 * meanwhile, and a server that does not know one either must not be asked for ever.
 */
export function createWanted(): Wanted {
  const wanted = new Map<string, Ref>()
  let open: HistoryAsk | null = null
  /** What somebody waits for; `unknown`: the server was asked and brought nothing of it. */
  const sought = new Map<string, Sought>()

  return {
    want(refs) {
      for (const ref of refs) wanted.set(entityKey(ref.type, ref.id), ref)
    },
    seek(ref, isInVain) {
      if (isInVain) return 'unknown'
      const key = entityKey(ref.type, ref.id)
      const state = sought.get(key) ?? 'coming'
      sought.set(key, state)
      if (state === 'coming') wanted.set(key, ref)
      return state
    },
    ask() {
      if (open !== null) return open
      const refs = [...wanted.values()].slice(0, HISTORY_REFS_MAX)
      return refs.length === 0 ? null : { part: 'entities', refs: refs.map(({ type, id }) => [type, id]) }
    },
    heard(ask, { events, next }) {
      // It is here now. Should it go again and be wanted again, the server is asked again.
      for (const { entType, entId } of events) sought.delete(entityKey(entType, entId))
      open = next === null ? null : { ...ask, after: next }
      if (next !== null) return
      for (const [type, id] of ask.refs ?? []) {
        const key = entityKey(type, id)
        wanted.delete(key)
        if (sought.has(key)) sought.set(key, 'unknown')
      }
    },
  }
}
