import { ofStore, type Database } from '#database/open.ts'
import { readLocal, readLocals, writeLocals } from '#database/queries/local-values.ts'
import { createAppointment } from '#link/appointment.ts'
import type { ExchangeRequest, WireAbout } from '#sync/protocol.ts'

/** A device as it last asked for an exchange. */
export interface Seen {
  readonly at: number
  readonly via: 'socket' | 'http'
  /** How far its own log had come then. */
  readonly head: number
  /** What it last said of itself; null: it never did. */
  readonly about: WireAbout | null
}

/** When devices were last here, for whoever looks after them. Known to this installation alone, and never synced. */
export interface SeenDevices {
  /** Costs the exchange nothing: it is written behind it, now and then. */
  note(request: ExchangeRequest, via: Seen['via'], now: number): void
  read(store: string, dev: string): Promise<Seen | null>
  /** Writes what is not written yet. */
  close(): Promise<void>
}

/** A device that has not been here yet is told of soon. */
const FIRST_WITHIN_MS = 250
const WRITE_EVERY_MS = 15_000

/**
 * All of a store's devices are written together: a hundred of them, each with a commit of its own, would keep a kitchen
 * waiting for half a second.
 */
export function createSeenDevices(database: Database): SeenDevices {
  /** What this process knows, by store and device. */
  const latest = new Map<string, Map<string, Seen>>()
  const unwritten = new Map<string, Set<string>>()
  // Of no weight: a full disk or a server that stops must not turn it into a failure.
  const writing = createAppointment(() => void writeAll().catch(() => {}))

  async function writeAll(): Promise<void> {
    const stores = [...unwritten]
    unwritten.clear()
    for (const [store, devs] of stores) await write(store, [...devs])
  }

  async function write(store: string, devs: readonly string[]): Promise<void> {
    const { db } = ofStore(database, store)
    const kept = await readLocals(db, store, devs.map(key))
    const values = devs.flatMap((dev) => {
      const seen = newest(kept.get(key(dev)), latest.get(store)?.get(dev))
      return seen === null ? [] : [[key(dev), JSON.stringify(seen)] as const]
    })
    await db.transaction().execute((tx) => writeLocals(tx, store, new Map(values)))
  }

  return {
    note({ store, dev, heads, about }, via, now) {
      const here = latest.get(store) ?? new Map<string, Seen>()
      latest.set(store, here)
      const before = here.get(dev)
      const head = heads[dev]?.[0] ?? 0
      here.set(dev, { at: now, via, head, about: about ?? before?.about ?? null })
      unwritten.set(store, (unwritten.get(store) ?? new Set()).add(dev))
      writing.within(before === undefined ? FIRST_WITHIN_MS : WRITE_EVERY_MS)
    },
    async read(store, dev) {
      const text = await readLocal(ofStore(database, store).db, store, key(dev))
      return newest(text ?? undefined, latest.get(store)?.get(dev))
    },
    async close() {
      writing.cancel()
      await writeAll().catch(() => {})
    },
  }
}

/** Another process may have heard of a device later than this one. */
function newest(text: string | undefined, here: Seen | undefined): Seen | null {
  const kept = text === undefined ? null : (JSON.parse(text) as Seen)
  if (here === undefined) return kept
  return kept !== null && kept.at > here.at ? kept : { ...here, about: here.about ?? kept?.about ?? null }
}

function key(dev: string): string {
  return `seen:${dev}`
}
