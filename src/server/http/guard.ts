import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Action } from '#domain/staff/permissions.ts'
import { may } from '#domain/staff/rights.ts'
import { readRecord } from '#database/queries/records.ts'
import { ofStore, type Database } from '#database/open.ts'
import type { Db } from '#database/schema.ts'
import type { Caller, Tokens } from '#server/auth/tokens.ts'
import { readStoreEntry } from '#server/stores/registry.ts'
import { readRights } from '#sync/facts/rights.ts'
import { refuse } from './errors.ts'

/** What a route asks of its caller. A route that says nothing is refused to everyone. */
export type Access =
  | { readonly kind: 'open' }
  | { readonly kind: 'any' }
  | { readonly kind: 'device' }
  /** Another server of the store. */
  | { readonly kind: 'server' }
  | { readonly kind: 'user'; readonly action: Action }

declare module 'fastify' {
  interface FastifyContextConfig {
    readonly access?: Access
  }
  interface FastifyRequest {
    caller: Caller | null
  }
}

/** Denies first: every route but the open ones needs a good token of a person or device that is still active. */
export function installGuard(app: FastifyInstance, tokens: Tokens, database: Database): void {
  app.decorateRequest('caller', null)
  app.addHook('onRequest', async (request, reply) => {
    const access = request.routeOptions.config.access
    if (access?.kind === 'open') return
    if (access === undefined && !request.url.startsWith('/api/')) return
    const caller = await callerOf(request, tokens, database)
    if (caller === null) {
      await refuse(reply, 401, { code: 'not_signed_in', message: 'A valid token is needed.' })
      return
    }
    request.caller = caller
    if (access === undefined || !(await isAllowed(database, access, caller))) {
      await refuse(reply, 403, { code: 'not_allowed', message: 'This is not allowed for your role.' })
    }
  })
}

async function callerOf(request: FastifyRequest, tokens: Tokens, database: Database): Promise<Caller | null> {
  const header = request.headers.authorization
  if (header === undefined || !header.startsWith('Bearer ')) return null
  const caller = await tokens.verify(header.slice('Bearer '.length))
  return caller !== null && (await isActive(database, caller)) ? caller : null
}

/** A token outlives its owner's leaving; the record decides. */
export async function isActive(database: Database, caller: Caller): Promise<boolean> {
  const { db } = ofStore(database, caller.store)
  if (caller.kind === 'device') {
    const active = await isDeviceActive(db, caller.store, caller.dev)
    return active ?? isHub(database, caller.store, caller.dev)
  }
  const user = await readRecord(db, caller.store, 'user', caller.userId)
  return user?.active === true && user.role === caller.role
}

/**
 * A device that went on under another id is revoked with the one it was, whichever of the two was heard of first.
 * Null: no such device. [DEVICE2]
 */
async function isDeviceActive(db: Db, store: string, dev: string): Promise<boolean | null> {
  const looked = new Set<string>()
  for (let id = dev; id !== '' && !looked.has(id);) {
    looked.add(id)
    const device = await readRecord(db, store, 'device', id)
    if (device === null) return id === dev ? null : true
    if (!device.active) return false
    id = device.was ?? ''
  }
  return true
}

/** A hub that was enrolled brings its own record with its first exchange. */
async function isHub({ db }: Database, store: string, dev: string): Promise<boolean> {
  return (await readStoreEntry(db, store))?.hubs.some((hub) => hub.dev === dev) === true
}

async function isServer(database: Database, store: string, dev: string): Promise<boolean> {
  if (await isHub(database, store, dev)) return true
  return (await readRecord(ofStore(database, store).db, store, 'device', dev))?.kind === 'server'
}

/** By the rights of the role as it is now, one the owner made among them. [ROLE10] */
async function isAllowed(database: Database, access: Access, caller: Caller): Promise<boolean> {
  switch (access.kind) {
    case 'open':
    case 'any':
      return true
    case 'device':
      return caller.kind === 'device'
    case 'server':
      return caller.kind === 'device' && (await isServer(database, caller.store, caller.dev))
    case 'user': {
      if (caller.kind !== 'user') return false
      const { store, role } = caller
      return may(await readRights(ofStore(database, store).db, store, role), access.action)
    }
  }
}
