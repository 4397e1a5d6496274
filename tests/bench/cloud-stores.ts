import type { Envelope } from '#domain/event/envelope.ts'
import { CHAIN_START, hashEvent } from '#sync/chain.ts'
import { makeFeed, type Feed } from './feed.ts'
import { feedOnce, ingestBeside, type IngestRates } from './ingest.ts'
import { atLeast, rowOf, type Measured } from './rows.ts'

const STORES = 50
const DEVICES_A_STORE = 4
const EVENTS_A_STORE = 1_000
const LEAST_SHARE = 0.5
/** One store's day is taken in within a second, of which a machine's own business may be a fifth. */
const ONE_STORE_TIMES = 3

/** What a cloud takes in of one store, and of fifty whose pages take turns, beside plain batched inserts. */
export async function measureCloudStores(): Promise<Measured> {
  const times: IngestRates[] = []
  for (let n = 0; n < ONE_STORE_TIMES; n += 1) times.push(await ingestBeside('postgres', [await feedOnce()]))
  const one = { served: overall(times, 'served'), bare: overall(times, 'bare') }
  const model = await makeFeed(DEVICES_A_STORE, EVENTS_A_STORE)
  const many = await ingestBeside(
    'postgres',
    Array.from({ length: STORES }, (_, n) => inStore(model, `store-bench-${n}`)),
  )
  return {
    rows: [
      rowOf('Cloud ingest, one store; a plain batched insert', 'events/s', one.served, one.bare),
      rowOf(`Cloud ingest, ${STORES} stores in turn; the same`, 'events/s', many.served, many.bare),
    ],
    checks: [
      atLeast('Cloud ingest of one store, share of the plain insert', share(one), LEAST_SHARE),
      atLeast(`Cloud ingest of ${STORES} stores, share of the plain insert`, share(many), LEAST_SHARE),
    ],
  }
}

/** The rate of the same work done several times. */
function overall(times: readonly IngestRates[], whose: keyof IngestRates): number {
  return times.length / times.reduce((sum, rates) => sum + 1 / rates[whose], 0)
}

function share({ served, bare }: IngestRates): number {
  return served / bare
}

/** The same day in another store: its devices' logs, chained anew. */
function inStore({ cafe, pages }: Feed, store: string): Feed {
  const last = new Map<string, string>()
  const moved = (event: Envelope): Envelope => {
    const unsealed = { ...event, store, prev: last.get(event.dev) ?? CHAIN_START }
    const hash = hashEvent(unsealed)
    last.set(event.dev, hash)
    return { ...unsealed, hash }
  }
  return { cafe: cafe.map(moved), pages: pages.map((page) => page.map(moved)) }
}
