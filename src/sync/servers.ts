import type { Envelope } from '#domain/event/envelope.ts'
import { readServerClaims, SERVER_MARK } from '#database/queries/server-claims.ts'
import type { Db, Tx } from '#database/schema.ts'

/** Somebody says that a device is one of the store's servers. */
export interface ServerClaim {
  readonly by: string
  readonly dev: string
}

/** Whose word about people and devices counts; null: anyone's. */
export type Servers = ReadonlySet<string> | null

/** Only the store's servers may write these. [ACCESS3] */
export function isGuarded({ entType }: Pick<Envelope, 'entType'>): boolean {
  return entType === 'user' || entType === 'device'
}

/**
 * The device that made the store, and every device that one of its servers ever named a server: the cloud, and the
 * hub that takes a dead one's place. It only grows, and does not depend on the order in which the claims came, so
 * replicas with the same events agree on it. A server that left is refused by its token, not here. [ACCESS4]
 */
export function serversOf(root: string, claims: readonly ServerClaim[]): ReadonlySet<string> {
  const servers = new Set([root])
  let grown = true
  while (grown) {
    const named = claims.filter(({ by, dev }) => servers.has(by) && !servers.has(dev))
    for (const { dev } of named) servers.add(dev)
    grown = named.length > 0
  }
  return servers
}

/** The store's servers as its journal names them. */
export async function readServers(db: Db | Tx, store: string, root: string | null): Promise<Servers> {
  return root === null ? null : serversOf(root, await readServerClaims(db, store))
}

/** What a page of events does to the store's servers. */
export interface ServersAt {
  readonly servers: Servers
  /** True when the page makes a server of somebody whose word was not heard before: people and devices fold anew. */
  readonly grown: boolean
}

const NONE: ServersAt = { servers: null, grown: false }

/** The store's servers once `events` are in the journal, too. Only events about people and devices need to know. */
export async function serversAfter(
  tx: Tx,
  store: string,
  root: string | null,
  events: readonly Envelope[],
): Promise<ServersAt> {
  if (root === null || !events.some(isGuarded)) return NONE
  const claims = await readServerClaims(tx, store)
  const before = serversOf(root, claims)
  const servers = serversOf(root, [...claims, ...events.flatMap(claimOf)])
  return { servers, grown: servers.size > before.size }
}

function claimOf({ entType, type, entId, dev, payload }: Envelope): readonly ServerClaim[] {
  const named = entType === 'device' && type === 'record_changed' && payload.includes(SERVER_MARK)
  return named ? [{ by: dev, dev: entId }] : []
}
