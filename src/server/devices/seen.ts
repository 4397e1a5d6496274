import { ofStore, type Database } from '#database/open.ts'
import { readLocal, writeLocal } from '#database/queries/local-values.ts'
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
  /** Costs the exchange nothing: it is written behind it, and now and then. */
  note(request: ExchangeRequest, via: Seen['via'], now: number): void
  read(store: string, dev: string): Promise<Seen | null>
}

const WRITE_EVERY_MS = 15_000

export function createSeenDevices(database: Database): SeenDevices {
  /** What this process knows and has, or has not yet, written. */
  const latest = new Map<string, Seen>()
  const written = new Map<string, number>()

  async function read(store: string, dev: string): Promise<Seen | null> {
    const text = await readLocal(ofStore(database, store).db, store, key(dev))
    const kept = text === null ? null : (JSON.parse(text) as Seen)
    const here = latest.get(`${store} ${dev}`) ?? null
    if (here === null) return kept
    // Another process may have heard of it later.
    return kept !== null && kept.at > here.at ? kept : { ...here, about: here.about ?? kept?.about ?? null }
  }

  async function write(store: string, dev: string, now: number): Promise<void> {
    const seen = await read(store, dev)
    if (seen === null || now - (written.get(`${store} ${dev}`) ?? 0) < WRITE_EVERY_MS) return
    written.set(`${store} ${dev}`, now)
    await writeLocal(ofStore(database, store).db, store, key(dev), JSON.stringify(seen))
  }

  return {
    note({ store, dev, heads, about }, via, now) {
      const before = latest.get(`${store} ${dev}`)
      const head = heads[dev]?.[0] ?? 0
      latest.set(`${store} ${dev}`, { at: now, via, head, about: about ?? before?.about ?? null })
      if (now - (written.get(`${store} ${dev}`) ?? 0) < WRITE_EVERY_MS) return
      // Of no weight: a full disk or a server that stops must not turn it into a failure.
      write(store, dev, now).catch(() => undefined)
    },
    read,
  }
}

function key(dev: string): string {
  return `seen:${dev}`
}
